package io.github.warmbatch.checkpoint;

import java.time.Clock;

class InMemoryCheckpointStoreTest extends CheckpointStoreContract {
  private final InMemoryCheckpointStore store = new InMemoryCheckpointStore(Clock.systemUTC());

  @Override
  protected CheckpointStore open() {
    return store;
  }

  @Override
  protected byte[] kept(Manifest absorbed) {
    return store.kept(absorbed);
  }

  @Override
  protected void keep(Manifest absorbed, byte[] bytes) {
    store.keep(absorbed, bytes);
  }

  @Override
  protected void lose(Manifest absorbed) {
    store.forget(absorbed);
  }
}
