package io.github.warmbatch.simulation;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.ForwardingStore;
import io.github.warmbatch.checkpoint.InMemoryCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process's sight of the store. At each call others may have their turn first. */
final class SimulatedStore extends ForwardingStore {
  private final World world;
  private final SimulatedProcess process;
  private final InMemoryCheckpointStore store;

  SimulatedStore(World world, SimulatedProcess process) {
    super(world.store);
    this.world = world;
    this.process = process;
    this.store = world.store;
  }

  @Override
  public Lineage lineage() {
    process.step();
    Event fault = world.chaos.atCall(Event.OF_READS);
    if (fault == Event.READ_FAILED) {
      world.trace.add(process.name, "lineage", fault);
      throw failure("the lineage cannot be read");
    }
    boolean stale = fault == Event.STALE_READ;
    Lineage read = stale ? world.lineageSince(process.testimony.seenHead()) : store.lineage();
    process.testimony.reads(read.head(), stale);
    world.trace.add(process.name, stale ? "stale lineage" : "lineage", read.head());
    return read;
  }

  @Override
  public CommitResult commit(Draft draft) {
    process.rest();
    Event fault = world.chaos.atCommit();
    String what = "commit %d %s".formatted(draft.expectedHead() + 1, draft.decision().kind());
    if (fault == Event.COMMIT_FAILED) {
      world.trace.add(process.name, what, fault);
      throw failure("nothing was published");
    }
    CommitResult result =
        store
            .stage(draft)
            .map(staged -> publish(what, staged, fault))
            .orElseGet(CommitResult.Lost::new);
    world.trace.add(process.name, what, result.getClass().getSimpleName());
    return result;
  }

  private CommitResult publish(
      String what, InMemoryCheckpointStore.Staged staged, @Nullable Event fault) {
    process.rest(); // the state is written, the number not yet taken
    if (fault == null) {
      return world.land(staged);
    }
    world.trace.add(process.name, what, fault);
    process.testimony.excuse();
    if (fault == Event.LINK_DENIED) {
      CommitResult denied = world.land(staged);
      world.trace.add(process.name, what, denied.getClass().getSimpleName());
    } else if (fault == Event.LINK_LATE) {
      world.later(process.name + " late: " + what, () -> world.land(staged));
    }
    return new CommitResult.Unknown(staged.attempt(), new IOException(fault.name()));
  }

  @Override
  public <T> T readState(Manifest absorbed, StateReader<T> reader) {
    process.step();
    world.trace.add(process.name, "state", absorbed.number());
    return store.readState(absorbed, reader);
  }

  @Override
  public Optional<Promotion> champion() {
    process.step();
    return store.champion();
  }

  @Override
  public Promotion promote(long number, String reason) {
    process.step();
    return store.promote(number, reason);
  }

  private CheckpointException failure(String what) {
    process.testimony.excuse();
    return new CheckpointException("Simulated: " + what);
  }
}
