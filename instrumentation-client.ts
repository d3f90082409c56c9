import { config } from 'zod'

// Zod would try whether it may write code of its own; our pages' policy forbids that, and reports the attempt.
config({ jitless: true })
