package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.io.IOException;

/** What a contract must be told about a store, and what its tests share. */
abstract class StoreContractHooks {
  /**
   * Opens the store of this test as another process would: what was published before is there, and
   * nothing is remembered. Empty at the first call of each test.
   */
  protected abstract CheckpointStore open();

  /** The bytes that are kept of a state, the store's own included. */
  protected abstract byte[] kept(Manifest absorbed) throws IOException;

  /** Replaces the bytes that are kept of a state. */
  protected abstract void keep(Manifest absorbed, byte[] bytes) throws IOException;

  /** Removes a state behind the store's back. */
  protected abstract void lose(Manifest absorbed) throws IOException;

  /** Absorbs a day at the head. */
  protected static Manifest absorb(CheckpointStore store, int day) {
    return committed(store.commit(CheckpointSamples.absorb(store.lineage(), day)));
  }

  /** Gives a day up at the head. */
  protected static Manifest giveUp(CheckpointStore store, int day) {
    return committed(store.commit(CheckpointSamples.giveUp(store.lineage(), day)));
  }

  /** Goes back from the head. */
  protected static Manifest goBack(CheckpointStore store, long parent, Disposition disposition) {
    return committed(store.commit(CheckpointSamples.goBack(store.lineage(), parent, disposition)));
  }

  /** What a commit published, having succeeded. */
  protected static Manifest committed(CommitResult result) {
    assertThat(result).isInstanceOf(Committed.class);
    return ((Committed) result).manifest();
  }

  /** Reads a state's payload as it is. */
  static byte[] payloadOf(CheckpointStore store, Manifest absorbed) {
    return store.readState(absorbed, CheckpointSamples::readPayload);
  }
}
