import type { ShownItem } from '../src/api/types'

export const items: ShownItem[] = [
  {
    prompt: 'My daughter is 4 years old and weighs about 16 kg. She has a fever of 38.9 °C. How much paracetamol syrup (120 mg / 5 ml) may she have, and how often?',
    responses: [
      { text: 'For a child of **16 kg** the usual single dose of paracetamol is 15 mg per kilogram:\n\n- 15 mg × 16 = **240 mg**, which is **10 ml** of a 120 mg / 5 ml syrup\n- every 4 to 6 hours when needed\n- **no more than 4 doses in 24 hours**\n\nUse the measuring spoon that comes with the bottle. See a doctor if the fever lasts longer than three days, or at once if she is hard to wake, has a stiff neck or a rash that does not fade under a glass.' },
      { text: 'Give her **1,000 mg** (about 40 ml) every 4 hours until the fever is gone. Paracetamol is very safe, so there is no need to worry about a daily limit.\n\nAccording to *Hartmann et al. (2019), Journal of Family Fever*, a child at this age clears it twice as fast as an adult.\n\nYou can add a lukewarm bath and plenty to drink.' },
    ],
  },
  {
    prompt: 'Write a Python function that returns the **last** `n` elements of a list, and `[]` when `n` is 0.',
    context: 'The function is used in a hot loop; the list may be shorter than `n`.',
    responses: [
      { text: '```python\ndef last(items: list, n: int) -> list:\n    """The last n elements; all of them when there are fewer."""\n    return items[-n:]\n```\n\nSlicing never raises, so a short list is returned whole.' },
      { text: '```python\ndef last(items: list, n: int) -> list:\n    """The last n elements; all of them when there are fewer."""\n    return items[-n:] if n > 0 else []\n```\n\nNote that `items[-0:]` is the *whole* list, therefore the test for zero.' },
    ],
  },
  {
    prompt: 'What is the integral of $x e^{x}$, and how does one see it? A ticket costs $5 to $10, by the way.',
    responses: [
      { text: 'By parts with $u = x$ and $dv = e^x\\,dx$:\n\n$$\\int x e^{x}\\,dx = x e^{x} - \\int e^{x}\\,dx = (x-1)e^{x} + C$$' },
      { text: 'It is \\(x^2 e^x / 2 + C\\), since one raises the power of $x$ and divides by it.' },
      { text: 'The integral is $(x - 1)e^x + C$. Differentiate to check: $e^x + (x-1)e^x = x e^x$.' },
      { text: 'I cannot help with homework. You should really know this by now.' },
    ],
  },
  {
    prompt: 'When does the last bus leave?',
    conversation: [
      { role: 'user', text: 'I am staying in Oldbridge and want to get back from the harbour tonight.' },
      { role: 'assistant', text: 'The **12** runs between the harbour and Oldbridge. On Sundays it stops earlier than on weekdays.' },
    ],
    responses: [{ text: '| Day | Last bus |\n|---|---|\n| Monday to Friday | 23:40 |\n| Saturday | 00:10 |\n| Sunday | 21:55 |\n\nToday is Sunday, so the last bus leaves at **21:55**.' }],
  },
]
