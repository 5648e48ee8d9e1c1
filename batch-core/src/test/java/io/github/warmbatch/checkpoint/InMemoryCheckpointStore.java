package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Verification.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A store that forgets everything with the process, and is otherwise like any: for tests of what
 * uses a store. Safe for use from many threads.
 */
public final class InMemoryCheckpointStore implements CheckpointStore {
  private final Clock clock;
  private final Map<String, byte[]> states = new HashMap<>();
  private Marks marks = Marks.NONE;
  private Lineage lineage = Lineage.of(List.of());

  /** An empty store that takes its times from a clock. */
  public InMemoryCheckpointStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Lineage lineage() {
    return lineage;
  }

  @Override
  public CommitResult commit(Draft draft) {
    return stage(draft).<CommitResult>map(Staged::land).orElseGet(CommitResult.Lost::new);
  }

  /**
   * Does all of a commit but its last step: for tests in which something happens in between, or the
   * last step comes late or never.
   *
   * @return empty when the number was taken before
   */
  public synchronized Optional<Staged> stage(Draft draft) {
    if (Admission.isLate(draft, lineage, marks.retention())) {
      return Optional.empty();
    }
    Rehearsal.require(draft);
    String attempt = UUID.randomUUID().toString();
    byte[] state = write(draft);
    String file = FileNames.state(draft.expectedHead() + 1, attempt);
    StateRef ref =
        draft.state() == null ? null : new StateRef(file, Sha256.of(state), state.length);
    Manifest manifest =
        new Manifest(
            draft.expectedHead() + 1,
            draft.parent(),
            lineage.find(draft.parent()).map(Manifest::sha256).orElse(null),
            attempt,
            draft.decision(),
            ref,
            clock.instant(),
            draft.writer(),
            "");
    Manifest published = ManifestJson.read(ManifestJson.write(manifest));
    return Optional.of(new Staged(published, state));
  }

  private synchronized CommitResult land(Manifest manifest, byte[] state) {
    if (lineage.head() != manifest.number() - 1) {
      return new CommitResult.Lost();
    }
    lineage = lineage.with(List.of(manifest));
    StateRef ref = manifest.state();
    if (ref != null) {
      states.put(ref.file(), state);
    }
    return new CommitResult.Committed(manifest);
  }

  private static byte[] write(Draft draft) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (draft.state() != null) {
      try {
        draft.state().writeTo(out);
      } catch (IOException | RuntimeException e) {
        throw new CheckpointException(
            "Number %d was not published: %s".formatted(draft.expectedHead() + 1, e.getMessage()),
            e);
      }
    }
    return out.toByteArray();
  }

  @Override
  public synchronized <T> T readState(Manifest absorbed, StateReader<T> reader) {
    if (!(absorbed.decision() instanceof Decision.Absorbed decision)) {
      throw new CheckpointException(
          "Number %d (%s) has no state of its own"
              .formatted(absorbed.number(), absorbed.decision().kind()));
    }
    byte[] state = kept(absorbed);
    if (isDamaged(absorbed)) {
      throw new CorruptStateException("State %d is damaged".formatted(absorbed.number()));
    }
    try {
      return reader.readFrom(decision.model(), new ByteArrayInputStream(state));
    } catch (IOException | RuntimeException e) {
      throw new CheckpointException(
          "State %d cannot be used: %s".formatted(absorbed.number(), e.getMessage()), e);
    }
  }

  @Override
  public synchronized Optional<Promotion> champion() {
    return marks.champion(lineage);
  }

  @Override
  public synchronized Promotion promote(long number, String reason) {
    Admission.requirePromotable(number, lineage, marks.retention());
    return mark(Mark.Kind.PROMOTE, List.of(number), reason).promotion();
  }

  @Override
  public synchronized Retention retention() {
    return marks.retention();
  }

  @Override
  public synchronized Retention pin(long number, String reason) {
    Admission.requirePinnable(number, lineage, marks.retention());
    mark(Mark.Kind.PIN, List.of(number), reason);
    return retention();
  }

  @Override
  public synchronized Retention unpin(long number, String reason) {
    mark(Mark.Kind.UNPIN, List.of(number), reason);
    return retention();
  }

  @Override
  public synchronized List<Long> planPrune(int keepLast) {
    if (keepLast < 1) {
      throw new IllegalArgumentException("keepLast must be at least 1, not " + keepLast);
    }
    return RetentionPlan.of(
        lineage, marks, keepLast, number -> !isDamaged(lineage.find(number).orElseThrow()));
  }

  @Override
  public synchronized List<Long> prune(int keepLast) {
    List<Long> numbers = planPrune(keepLast);
    if (!numbers.isEmpty()) {
      mark(Mark.Kind.PRUNE, numbers, "keep the last " + keepLast);
    }
    numbers.forEach(number -> forget(lineage.find(number).orElseThrow()));
    return numbers;
  }

  /** Removes a state without a note, as an accident would. */
  public synchronized void forget(Manifest absorbed) {
    StateRef state = absorbed.state();
    if (state != null) {
      states.remove(state.file());
    }
  }

  private Mark mark(Mark.Kind kind, List<Long> numbers, String reason) {
    Mark mark = new Mark(marks.sequence() + 1, kind, numbers, reason, clock.instant());
    marks = marks.with(List.of(mark));
    return mark;
  }

  @Override
  public synchronized List<Verification> verify() {
    return lineage.history().stream()
        .map(manifest -> new Verification(manifest.number(), statusOf(manifest), "in memory"))
        .toList();
  }

  private Status statusOf(Manifest manifest) {
    boolean pruned = marks.retention().isPruned(manifest.number());
    if (manifest.state() != null && !pruned && isDamaged(manifest)) {
      return Status.CORRUPT;
    }
    if (lineage.isAbandoned(manifest.number())) {
      return Status.ABANDONED;
    }
    return pruned ? Status.PRUNED : Status.OK;
  }

  /** The bytes that are kept of a state. */
  public synchronized byte[] kept(Manifest absorbed) {
    StateRef state = absorbed.state();
    byte[] bytes = state == null ? null : states.get(state.file());
    if (bytes == null) {
      throw new CheckpointException(
          marks.retention().isPruned(absorbed.number())
              ? "The state of number %d was pruned".formatted(absorbed.number())
              : "The state of number %d is missing".formatted(absorbed.number()),
          new NoSuchFileException(String.valueOf(absorbed.number())));
    }
    return bytes.clone();
  }

  /** Replaces the bytes that are kept of a state, as damage would. */
  public synchronized void keep(Manifest absorbed, byte[] bytes) {
    StateRef state = absorbed.state();
    if (state != null) {
      states.put(state.file(), bytes.clone());
    }
  }

  /** A commit that lacks its last step, asking for its number. */
  public final class Staged {
    private final Manifest manifest;
    private final byte[] state;

    private Staged(Manifest manifest, byte[] state) {
      this.manifest = manifest;
      this.state = state;
    }

    /** The id by which the decision would be known. */
    public String attempt() {
      return manifest.attempt();
    }

    /** Takes the last step: the decision stands, or its number was taken meanwhile. */
    public CommitResult land() {
      return InMemoryCheckpointStore.this.land(manifest, state);
    }
  }

  private boolean isDamaged(Manifest absorbed) {
    StateRef state = absorbed.state();
    byte[] bytes = state == null ? null : states.get(state.file());
    return state == null || bytes == null || !Sha256.of(bytes).equals(state.sha256());
  }
}
