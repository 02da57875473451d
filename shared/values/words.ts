// A text in both languages of the product, as it crosses the contract.
import { z } from 'zod'

export const wordsSchema = z.object({ en: z.string(), es: z.string() })
