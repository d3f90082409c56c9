import { z } from 'zod'

/** Whether single keys do something for a person; WCAG 2.1.4 asks that they can be turned off. */
export const shortcutSettingSchema = z.object({ shortcuts: z.boolean('invalid') }, 'not_object')
