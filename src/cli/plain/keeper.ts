import type { Settings } from '../../host/index.js';
import type { Day } from '../../lessons/drill/day.js';
import { Ledger } from '../../lessons/drill/ledger.js';
import type { Progress } from '../../lessons/journal.js';
import { stamped, type Unstamped } from '../../lessons/sitting.js';
import type { PlainOptions } from './options.js';
import type { Teller } from './teller.js';

/** Keeps what the learner does and chooses. */
export class Keeper {
  readonly ledger: Ledger;
  /** The journal could not be written: nothing may be called saved. */
  unsaved = false;
  settings: Settings = {};
  private readonly options: PlainOptions;
  private readonly teller: Teller;

  constructor(options: PlainOptions, teller: Teller) {
    this.options = options;
    this.teller = teller;
    this.ledger = new Ledger(options.dayOf);
  }

  get today(): Day {
    return this.options.dayOf(this.options.clock());
  }

  get progress(): Progress {
    return this.ledger.summary().progress;
  }

  /** Reads what was kept, and says what could not be read. */
  read(): void {
    const { journal, settings } = this.options;
    const { shared } = this.teller;
    const { broken, failure } = journal.read((event) => this.ledger.add(event));
    const { settings: kept, setAside } = settings.read();
    this.settings = kept;
    if (failure !== undefined) this.teller.say(shared.journalUnreadable(failure));
    if (broken.length > 0) this.teller.say(shared.journalBroken(broken.length, journal.path));
    if (setAside !== undefined) this.teller.say(shared.settingsSetAside(setAside));
  }

  /** Journals events, before anything that came of them is said. */
  record(events: readonly Unstamped[]): void {
    for (const unstamped of events) {
      const event = stamped(unstamped, this.options.clock(), this.ledger);
      this.ledger.add(event);
      const written = this.options.journal.append(event);
      if (written.ok || this.unsaved) continue;
      this.unsaved = true;
      this.teller.say(this.teller.shared.saveFailed(written.code));
    }
  }

  /** Keeps a choice for the next time. */
  save(change: Settings): void {
    this.settings = { ...this.settings, ...change };
    const written = this.options.settings.write(this.settings);
    if (!written.ok) this.teller.say(this.teller.shared.saveFailed(written.code));
  }
}
