package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Verification.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
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
  private final List<Promotion> promotions = new ArrayList<>();
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
    if (Admission.isLate(draft, lineage)) {
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
    return promotions.stream()
        .filter(promotion -> !lineage.isAbandoned(promotion.number()))
        .reduce((earlier, later) -> later);
  }

  @Override
  public synchronized Promotion promote(long number, String reason) {
    Admission.requirePromotable(number, lineage);
    Promotion promotion = new Promotion(promotions.size() + 1L, number, reason, clock.instant());
    promotions.add(promotion);
    return promotion;
  }

  @Override
  public synchronized List<Verification> verify() {
    return lineage.history().stream()
        .map(manifest -> new Verification(manifest.number(), statusOf(manifest), "in memory"))
        .toList();
  }

  private Status statusOf(Manifest manifest) {
    if (manifest.state() != null && isDamaged(manifest)) {
      return Status.CORRUPT;
    }
    return lineage.isAbandoned(manifest.number()) ? Status.ABANDONED : Status.OK;
  }

  /** The bytes that are kept of a state. */
  public synchronized byte[] kept(Manifest absorbed) {
    StateRef state = absorbed.state();
    byte[] bytes = state == null ? null : states.get(state.file());
    if (bytes == null) {
      throw new CheckpointException("There is no state " + absorbed.number());
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
    byte[] bytes = kept(absorbed);
    return state == null || !Sha256.of(bytes).equals(state.sha256());
  }
}
