import type { ExportFormat } from '~/api/snapshots'

export type FormatNote = { format: ExportFormat; name: string; use: string; columns: string
  /** Has a companion file with the pairs on which neither response is better. */
  ties?: boolean; needs?: string
}

const needs = 'Needs a comparison, ranking or scale in the rubric.'

/** What each file is for and what stands in it, for people who choose one. */
export const formats: { group: string; formats: FormatNote[] }[] = [
  {
    group: 'To train a model',
    formats: [
      { format: 'trl-dpo', name: 'TRL preference', use: 'For DPO and its relatives: the preferred answer beside the other one.', columns: 'prompt, chosen, rejected, probability, soft_label, votes, raters …', ties: true, needs },
      { format: 'trl-reward', name: 'TRL reward', use: 'For a reward model, with the margin between the two where it is known.', columns: 'prompt, chosen, rejected, margin, probability, soft_label, votes, raters …', ties: true, needs },
      { format: 'trl-kto', name: 'TRL unpaired', use: 'For KTO: single answers called good or bad.', columns: 'prompt, completion, label, wins, losses, probability …', ties: true, needs },
      { format: 'trl-prm', name: 'TRL process reward', use: 'For a model that judges each step of a solution.', columns: 'prompt, completions, labels, marks, probabilities, votes, first_error …', needs: 'Needs reasoning steps in the rubric.' },
      { format: 'trl-sft', name: 'TRL supervised', use: 'For supervised fine-tuning on the best or rewritten answers.', columns: 'prompt, completion, source, probability …', needs: 'Needs a comparison, ranking, scale or rewrite in the rubric.' },
      { format: 'openai-dpo', name: 'OpenAI preference', use: 'For preference fine-tuning at OpenAI and compatible services.', columns: 'input, preferred_output, non_preferred_output', ties: true, needs },
    ],
  },
  {
    group: 'To look into it',
    formats: [
      { format: 'parquet', name: 'Parquet', use: 'Every judgment in columns, for pandas, DuckDB and Spark.', columns: 'item_id, rater, criterion, answer, strength, order_shown, consensus, probability, distribution, _ties …' },
      { format: 'jsonl', name: 'JSON lines', use: 'Every judgment whole, as it was given.', columns: 'item_id, rater, answers, order_shown, guideline_version, gold, consensus, _ties …' },
      { format: 'label-studio', name: 'Label Studio', use: 'Every item as a task, every judgment as an annotation, the consensus as a prediction.', columns: 'data, meta, annotations, predictions' },
      { format: 'csv', name: 'CSV', use: 'Every judgment as a table for a spreadsheet.', columns: 'the same columns as Parquet' },
    ],
  },
]
