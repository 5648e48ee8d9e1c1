package io.github.warmbatch.simulation;

import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.InMemoryCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.QueueSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All that there is outside of the workers' processes. Whoever has the turn may touch it. */
final class World {
  static final Duration LEASE = Duration.ofSeconds(30);

  final Timeline time = new Timeline();
  final InMemoryJobQueue queue =
      InMemoryJobQueue.builder().workerId("user").lease(LEASE).clock(time.clock).build();
  final InMemoryCheckpointStore store = new InMemoryCheckpointStore(time.clock);
  final Trace trace = new Trace();
  final List<QueueSnapshot> snapshots = new ArrayList<>();
  final DataFiles files;
  final Book book;
  final Dice dice;
  final Chaos chaos;
  private final List<Lineage> lineages = new ArrayList<>(List.of(store.lineage()));
  private final List<Late> late = new ArrayList<>();
  private long queueChanges;

  World(Dice dice, Chaos chaos, DataFiles files) {
    this.dice = dice;
    this.chaos = chaos;
    this.files = files;
    this.book = new Book(files);
  }

  /** No entry, no lease, no obligation. */
  boolean hasNothingLeft() {
    return queue.stats().isDrained() && store.lineage().obligation().isEmpty();
  }

  /** Grows whenever somebody may have changed the queue. */
  long queueChanges() {
    return queueChanges;
  }

  void queueTouched() {
    queueChanges++;
  }

  /** Takes the last step of a commit. */
  CommitResult land(InMemoryCheckpointStore.Staged staged) {
    CommitResult result = staged.land();
    if (result instanceof CommitResult.Committed) {
      lineages.add(store.lineage());
    }
    return result;
  }

  /** Any of the lineages since this head. */
  Lineage lineageSince(long head) {
    int from = (int) head;
    return lineages.get(from + dice.below(lineages.size() - from));
  }

  /** Keeps something that will happen later. */
  void later(String what, Runnable effect) {
    late.add(new Late(what, effect));
  }

  boolean hasLate() {
    return !late.isEmpty();
  }

  /** Has one of the late things happen, or lost for ever. */
  void oneLate() {
    Late one = late.remove(dice.below(late.size()));
    boolean lost = dice.chance(0.2);
    trace.add("wire", one.what, lost ? "lost for ever" : "arrives");
    if (!lost) {
      one.effect.run();
      queueTouched();
    }
  }

  private record Late(String what, Runnable effect) {}
}
