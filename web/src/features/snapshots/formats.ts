import type { ExportFormat } from '~/api/snapshots'

export type FormatNote = { format: ExportFormat; name: string; use: string; columns: string }

/** What each file is for and what stands in it, for people who choose one. */
export const formats: { group: string; formats: FormatNote[] }[] = [
  {
    group: 'To train a model',
    formats: [
      { format: 'trl-dpo', name: 'TRL preference', use: 'For DPO and its relatives: the preferred answer beside the other one.', columns: 'prompt, chosen, rejected' },
      { format: 'trl-reward', name: 'TRL reward', use: 'For a reward model, with the margin between the two where it is known.', columns: 'prompt, chosen, rejected, margin' },
      { format: 'trl-kto', name: 'TRL unpaired', use: 'For KTO: single answers called good or bad.', columns: 'prompt, completion, label' },
      { format: 'trl-sft', name: 'TRL supervised', use: 'For supervised fine-tuning on the best or rewritten answers.', columns: 'prompt, completion' },
      { format: 'openai-dpo', name: 'OpenAI preference', use: 'For preference fine-tuning at OpenAI and compatible services.', columns: 'input, preferred_output, non_preferred_output' },
    ],
  },
  {
    group: 'To look into it',
    formats: [
      { format: 'parquet', name: 'Parquet', use: 'Every judgment in columns, for pandas, DuckDB and Spark.', columns: 'item, rater, criterion, answer, consensus, probability …' },
      { format: 'jsonl', name: 'JSON lines', use: 'Every judgment whole, as it was given.', columns: 'item, rater, answers, order shown, guideline version …' },
      { format: 'csv', name: 'CSV', use: 'Every judgment as a table for a spreadsheet.', columns: 'the same columns as Parquet' },
    ],
  },
]
