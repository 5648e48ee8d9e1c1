package io.github.warmbatch.checkpoint;

import java.util.List;
import java.util.Optional;

/** Another store as it is, to be differed from. */
public class ForwardingStore implements CheckpointStore {
  private final CheckpointStore store;

  /** A store that does what this one does. */
  protected ForwardingStore(CheckpointStore store) {
    this.store = store;
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
    return store.commit(draft);
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
  public Retention retention() {
    return store.retention();
  }

  @Override
  public Retention pin(long number, String reason) {
    return store.pin(number, reason);
  }

  @Override
  public Retention unpin(long number, String reason) {
    return store.unpin(number, reason);
  }

  @Override
  public List<Long> planPrune(int keepLast) {
    return store.planPrune(keepLast);
  }

  @Override
  public List<Long> prune(int keepLast) {
    return store.prune(keepLast);
  }

  @Override
  public List<Verification> verify() {
    return store.verify();
  }
}
