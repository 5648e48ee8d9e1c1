package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import io.github.warmbatch.checkpoint.CommitResult.Lost;
import io.github.warmbatch.checkpoint.CommitResult.Unknown;
import io.github.warmbatch.checkpoint.Decision.Absorbed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns a draft into files: first the state, whole and synced and read back, then the manifest that
 * names it. Safe for use from many threads.
 */
final class Publisher {
  private final FileOperations files;
  private final RecordLog records;
  private final Clock clock;

  Publisher(FileOperations files, RecordLog records, Clock clock) {
    this.files = files;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Publishes a draft that the lineage admits.
   *
   * @throws CheckpointException when nothing was published and nothing can be
   */
  CommitResult publish(Draft draft, Lineage lineage) {
    String attempt = UUID.randomUUID().toString();
    StateRef state = writeState(draft, attempt);
    Publication outcome;
    Manifest manifest;
    try {
      byte[] content = ManifestJson.write(manifest(draft, lineage, attempt, state));
      manifest = ManifestJson.read(content);
      lineage.with(List.of(manifest)); // refuses what could not be read again
      outcome = records.publish(manifest.number(), attempt, content);
    } catch (IOException | RuntimeException e) {
      discard(state);
      throw failure(draft, "its manifest", e);
    }
    if (outcome instanceof Publication.Won) {
      return new Committed(manifest);
    }
    return outcome instanceof Publication.Taken taken
        ? lost(taken, attempt, state)
        : new Unknown(attempt, ((Publication.Unknown) outcome).cause());
  }

  private @Nullable StateRef writeState(Draft draft, String attempt) {
    Draft.StateWriter payload = draft.state();
    if (payload == null || !(draft.decision() instanceof Absorbed absorbed)) {
      return null;
    }
    long number = draft.expectedHead() + 1;
    String name = FileNames.state(number, attempt);
    Path file = records.directory().resolve(name);
    StateHeader header =
        new StateHeader(number, attempt, absorbed.job(), absorbed.dataset(), absorbed.model());
    try {
      WrittenState written = StateFormat.write(files, file, header, payload);
      StateRef state = new StateRef(name, written.sha256(), written.size());
      written.requireReadable(files, file, state);
      return state;
    } catch (IOException | RuntimeException e) {
      records.discard(file);
      throw failure(draft, "its state", e);
    }
  }

  private Manifest manifest(
      Draft draft, Lineage lineage, String attempt, @Nullable StateRef state) {
    return new Manifest(
        draft.expectedHead() + 1,
        draft.parent(),
        lineage.find(draft.parent()).map(Manifest::sha256).orElse(null),
        attempt,
        draft.decision(),
        state,
        clock.instant(),
        draft.writer(),
        "");
  }

  /** A state is garbage only when its number's manifest is seen to name another attempt. */
  private CommitResult lost(Publication.Taken taken, String attempt, @Nullable StateRef state) {
    Manifest winner;
    try {
      winner = ManifestJson.read(taken.winner());
    } catch (CheckpointException e) {
      return new Unknown(attempt, e);
    }
    if (winner.attempt().equals(attempt)) {
      return new Unknown(attempt, new IOException("the manifest does not read back as written"));
    }
    discard(state);
    return new Lost();
  }

  private void discard(@Nullable StateRef state) {
    if (state != null) {
      records.discard(records.directory().resolve(state.file()));
    }
  }

  private CheckpointException failure(Draft draft, String what, Exception cause) {
    return new CheckpointException(
        "Number %d was not published, since %s could not be written in %s: %s"
            .formatted(
                draft.expectedHead() + 1,
                what,
                records.directory(),
                cause instanceof IOException problem ? FileProblem.describe(problem) : cause),
        cause);
  }
}
