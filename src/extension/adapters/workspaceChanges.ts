import * as vscode from 'vscode';
import type { Subject } from '../../core/resolution/subject';
import type { IndexChange, WorkspaceIndex } from '../../core/index/workspaceIndex';

/** What changed in the index since it was last told. */
export interface WorkspaceChange {
  readonly uris: ReadonlySet<string>;
  /** The references that there are more or fewer of. */
  readonly subjects: ReadonlyMap<Subject, number>;
  /** Folders or settings changed: what is known is read anew when it is asked for. */
  readonly isStale: boolean;
  /** More is about to come: the workspace is being read. */
  readonly isReading: boolean;
}

/** While many documents are read, listeners are told at most this often. */
const TELL_MS = 200;

/** Collects the changes of an index, and tells several of them together. */
export class WorkspaceChanges implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<WorkspaceChange>();
  private uris = new Set<string>();
  private subjects = new Map<Subject, number>();
  private toldAt = 0;
  private isGoingOn = false;
  readonly onDidChange = this.changed.event;

  constructor(index: WorkspaceIndex) {
    index.onChange((change) => this.add(change));
  }

  /** Whether listeners were told long enough ago. */
  get isDue(): boolean {
    return performance.now() - this.toldAt > TELL_MS;
  }

  /** Nothing is told where nothing changed, but for the end of what was told to go on. */
  tell({ isStale = false, isReading = false } = {}): void {
    this.toldAt = performance.now();
    const { uris, subjects } = this;
    const isEnd = this.isGoingOn && !isReading;
    if (!isStale && !isEnd && uris.size === 0) return;
    this.isGoingOn = isReading;
    this.uris = new Set();
    this.subjects = new Map();
    this.changed.fire({ uris, subjects, isStale, isReading });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private add({ uri, subjects }: IndexChange): void {
    this.uris.add(uri);
    for (const [subject, difference] of subjects)
      this.subjects.set(subject, (this.subjects.get(subject) ?? 0) + difference);
  }
}
