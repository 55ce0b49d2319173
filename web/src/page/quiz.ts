// How do the questions of the page become questions that can be answered? Each list of choices becomes a group to pick from; the
// answer that the page holds for readers without scripts is what is shown afterwards, and what is printed.

import { h } from '../dom.ts';
import { laterWords } from '../later_words.ts';
import { QuestionForm } from '../quiz/question.ts';

export async function askQuestions(root: ParentNode): Promise<void> {
  const list = root.querySelector('.quiz');
  if (!list) return;
  const words = await laterWords(list.closest<HTMLElement>('[lang]')?.lang ?? '');
  const score = h('p', { class: 'quiz-score', role: 'status' });
  const answers = new Map<Element, boolean>();
  for (const [n, item] of [...list.children].entries()) {
    const details = item.querySelector('details');
    const choices = [...item.querySelectorAll('.choices > li')].map((choice) => choice.textContent ?? '');
    const answer = Number((item as HTMLElement).dataset['answer']);
    if (!details || choices.length < 2 || !choices[answer]) continue;
    const explanation = [...details.children].filter((child) => !child.matches('summary, .answer-words'));
    const form = new QuestionForm({
      name: `question-${n}`, question: item.querySelector('.question')?.textContent ?? '', choices, answer, words,
      explanation: () => explanation.map((each) => each.cloneNode(true)),
      answered: (right) => {
        // The first answer counts; one that was only shown is none.
        if (right === null || answers.has(item)) return;
        answers.set(item, right);
        score.textContent = words.score([...answers.values()].filter(Boolean).length, answers.size);
      },
    });
    item.replaceChildren(form.element, details);
  }
  list.before(h('p', { class: 'quiz-note' }, words.stays));
  list.after(score);
}
