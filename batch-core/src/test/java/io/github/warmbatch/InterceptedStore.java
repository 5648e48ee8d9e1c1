package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Verification;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A store whose commits somebody else has a hand in. */
public final class InterceptedStore implements CheckpointStore {
  private final CheckpointStore store;
  private final BiFunction<CheckpointStore, Draft, CommitResult> commit;

  /** A store that is asked to commit by this function alone. */
  public InterceptedStore(CheckpointStore store, BiFunction<CheckpointStore, Draft, CommitResult> commit) {
    this.store = store;
    this.commit = commit;
  }

  @Override
  public void prepare() {
    store.prepare();
  }

  @Override
  public Lineage lineage() {
    return store.lineage();
  }

  @Override
  public CommitResult commit(Draft draft) {
    return commit.apply(store, draft);
  }

  @Override
  public <T> T readState(Manifest absorbed, StateReader<T> reader) {
    return store.readState(absorbed, reader);
  }

  @Override
  public Optional<Promotion> champion() {
    return store.champion();
  }

  @Override
  public Promotion promote(long number, String reason) {
    return store.promote(number, reason);
  }

  @Override
  public List<Verification> verify() {
    return store.verify();
  }
}
