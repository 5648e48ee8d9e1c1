package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.ForwardingStore;
import java.util.function.BiFunction;

/** A store whose commits somebody else has a hand in. */
public final class InterceptedStore extends ForwardingStore {
  private final CheckpointStore store;
  private final BiFunction<CheckpointStore, Draft, CommitResult> commit;

  /** A store that is asked to commit by this function alone. */
  public InterceptedStore(
      CheckpointStore store, BiFunction<CheckpointStore, Draft, CommitResult> commit) {
    super(store);
    this.store = store;
    this.commit = commit;
  }

  @Override
  public CommitResult commit(Draft draft) {
    return commit.apply(store, draft);
  }
}
