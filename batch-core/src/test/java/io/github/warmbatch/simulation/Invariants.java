package io.github.warmbatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.RunSummary;
import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.DatasetId;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.queue.DeadLetter;
import io.github.warmbatch.queue.SupersededException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of every schedule. */
final class Invariants {
  private final World world;
  private final Workforce workforce;
  private final ModelInvariants models;

  Invariants(World world, Workforce workforce, ModelInvariants models) {
    this.world = world;
    this.workforce = workforce;
    this.models = models;
  }

  /** A process ends drained when there is nothing left, or for a reason that it was given. */
  void checkEnd(SimulatedProcess process) {
    Throwable failure = process.failure();
    if (failure != null) {
      boolean expected =
          (failure instanceof SupersededException && workforce.hasSuccessor(process))
              || (failure instanceof CheckpointException && process.testimony.isExcused());
      if (!expected) {
        throw new AssertionError(process.name + " ended with " + failure, failure);
      }
    }
    RunSummary summary = process.summary();
    if (summary != null && summary.outcome() == RunSummary.Outcome.DRAINED) {
      assertThat(process.testimony.maySayDrained())
          .as("%s says drained when nothing is left", process.name)
          .isTrue();
    }
  }

  /** When all is quiet, and the last worker has ended. */
  void checkAll(SimulatedProcess last) {
    assertThat(last.summary())
        .as("the last worker's end")
        .isNotNull()
        .extracting(RunSummary::outcome)
        .isEqualTo(RunSummary.Outcome.DRAINED);
    assertThat(world.hasNothingLeft()).as("nothing is left").isTrue();
    Replay replay = models.replayed();
    checkEveryPushIsDecided(replay);
    checkOrder(replay);
    checkDead(replay);
  }

  private void checkEveryPushIsDecided(Replay replay) {
    Set<DatasetId> known = new HashSet<>(replay.datasets());
    known.addAll(replay.skipped);
    for (Book.Push push : world.book.pushes()) {
      boolean learned =
          world.book.contentsOf(push).anyMatch(content -> known.contains(idOf(push, content)));
      boolean mayBeDead = world.book.contentsOf(push).anyMatch(content -> !content.good());
      boolean dead = replay.dead.keySet().stream().anyMatch(job -> job.path().equals(push.path()));
      assertThat(learned || (mayBeDead && dead)).as("%s is decided", push).isTrue();
    }
  }

  private static DatasetId idOf(Book.Push push, Content content) {
    return new DatasetId(push.path(), content.sha256(), push.again());
  }

  private void checkOrder(Replay replay) {
    if (world.chaos.happened(Event.ORDER_BREAKING)) {
      return;
    }
    List<String> pushed = new ArrayList<>();
    world.book.entries().forEach(push -> pushed.add(push.path() + push.again()));
    List<Integer> places =
        replay.datasets().stream().map(id -> pushed.indexOf(id.path() + id.again())).toList();
    assertThat(places).as("the lineage has the order of the queue").isSorted();
  }

  private void checkDead(Replay replay) {
    Set<String> letters = new HashSet<>();
    for (DeadLetter letter : world.queue.deadLetters().list(Integer.MAX_VALUE)) {
      letters.add(letter.job().id());
    }
    Set<String> decided = new HashSet<>();
    for (Map.Entry<JobRef, Boolean> job : replay.dead.entrySet()) {
      decided.add(job.getKey().id());
      if (!job.getValue() && !world.chaos.happened(Event.LETTER_LOSING)) {
        assertThat(letters).as("the dead letter of %s", job.getKey()).contains(job.getKey().id());
      }
    }
    assertThat(decided).as("dead letters are of dead jobs").containsAll(letters);
    for (Manifest manifest : world.store.lineage().history()) {
      if (manifest.decision() instanceof Decision.Dead dead) {
        checkReason(dead);
      }
    }
  }

  private void checkReason(Decision.Dead dead) {
    boolean bad =
        dead.reason().contains(": duplicate of number ")
            || world.files.history(dead.job().path()).stream().anyMatch(content -> !content.good());
    assertThat(bad).as("%s deserves it: %s", dead.job(), dead.reason()).isTrue();
  }
}
