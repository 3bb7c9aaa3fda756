/** The questions of one instrument, and what is answered to them. */
export class Part {
  constructor(screen, changed) {
    this.instrument = screen.dataset.instrument;
    this.length = Number(screen.dataset.answers);
    const answered = () => {
      this.followUp();
      changed();
    };
    this.questions = [...screen.querySelectorAll('.ask')].map(ask =>
      ask.querySelector('.line') ? new Line(ask, answered) : new Choice(ask, answered));
    this.followUp();
  }

  /** In item order, null where nothing is said. */
  answers() {
    const answers = new Array(this.length).fill(null);
    this.questions.forEach(question => (answers[question.place] = question.said()));
    return answers;
  }

  /** The first question that is asked and to which nothing is said. */
  open() {
    return this.questions.find(question => question.asked() && !question.settled());
  }

  state() {
    return Object.fromEntries(this.questions.map(one => [one.place, one.state()]));
  }

  restore(state) {
    this.questions.forEach(one => state[one.place] && one.restore(state[one.place]));
    this.followUp();
  }

  /** Questions about what was are asked once it is said that it was. */
  followUp() {
    for (const question of this.questions.filter(one => one.after !== undefined)) {
      const opener = this.questions.find(one => one.place === Number(question.after));
      question.ask.hidden = !opener?.yes();
    }
  }
}

/** What a line and a choice have in common: one may prefer not to say. */
class Question {
  constructor(ask, changed) {
    this.ask = ask;
    this.changed = changed;
    this.place = Number(ask.dataset.place);
    this.after = ask.dataset.after;
    this.rather = ask.querySelector('.rather input');
    this.rather.addEventListener('change', () => {
      if (this.rather.checked) {
        this.clear();
      }
      this.changed();
    });
  }

  asked() {
    return !this.ask.hidden;
  }

  settled() {
    return this.rather.checked || this.answer() !== null;
  }

  said() {
    return this.asked() ? this.answer() : null;
  }

  state() {
    return { answer: this.answer(), rather: this.rather.checked };
  }

  restore(state) {
    this.rather.checked = state.rather === true;
    if (state.answer !== null && !this.rather.checked) {
      this.put(state.answer);
    }
  }

  given() {
    this.rather.checked = false;
    this.changed();
  }

  yes() {
    return false;
  }
}

/** A choice out of a few answers. */
class Choice extends Question {
  constructor(ask, changed) {
    super(ask, changed);
    this.options = [...ask.querySelectorAll('input[type=radio]')];
    this.options.forEach(option => option.addEventListener('change', () => this.given()));
  }

  answer() {
    const chosen = this.options.find(option => option.checked);
    return chosen ? Number(chosen.value) : null;
  }

  put(answer) {
    this.options.forEach(option => (option.checked = Number(option.value) === answer));
  }

  clear() {
    this.options.forEach(option => (option.checked = false));
  }

  yes() {
    return this.answer() === Math.max(...this.options.map(option => Number(option.value)));
  }

  focus() {
    this.options[0].focus();
    this.ask.scrollIntoView({ block: 'center' });
  }
}

/**
 * A line to mark. A slider always stands somewhere, so it has no mark until somebody makes one: what
 * was never touched is no answer. A finger that only scrolls past makes none.
 */
class Line extends Question {
  constructor(ask, changed) {
    super(ask, changed);
    this.line = ask.querySelector('.line');
    this.slider = ask.querySelector('input[type=range]');
    this.middle = this.slider.value;
    this.slider.addEventListener('pointerdown', () => (this.before = this.answer()));
    this.slider.addEventListener('pointerup', () => this.mark());
    this.slider.addEventListener('pointercancel', () => this.unless());
    this.slider.addEventListener('input', () => this.mark());
    this.slider.addEventListener('keydown', event => this.key(event));
    this.show();
  }

  answer() {
    return 'unmarked' in this.line.dataset ? null : Number(this.slider.value);
  }

  put(answer) {
    this.slider.value = answer;
    delete this.line.dataset.unmarked;
    this.show();
  }

  clear() {
    this.slider.value = this.middle;
    this.line.dataset.unmarked = '';
    this.show();
  }

  mark() {
    this.put(this.slider.value);
    this.given();
  }

  unless() {
    this.before === null ? this.clear() : this.put(this.before);
    this.changed();
  }

  key(event) {
    if ((event.key === ' ' || event.key === 'Enter') && this.answer() === null) {
      event.preventDefault();
      this.mark();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.clear();
      this.changed();
    }
  }

  /** What is seen, and what is heard by somebody who does not see it. */
  show() {
    const { min, max, value, dataset } = this.slider;
    const share = (value - min) / (max - min);
    this.slider.setAttribute(
      'aria-valuetext',
      this.answer() === null
        ? dataset.unmarkedText
        : dataset.markedText.replace('#', Math.round(share * 100)));
  }

  focus() {
    this.slider.focus();
    this.ask.scrollIntoView({ block: 'center' });
  }
}
