import { log } from '@/lib/log'

// Unit tests look at what is handed to the log; its lines would only hide what they have to say.
log.level = 'silent'
