package io.github.warmbatch.checkpoint;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a state file from front to back, once, and gives out what was made of it only after the
 * digest was found to be right.
 */
final class StateReading {
  private final FileOperations files;
  private final Path file;
  private final @Nullable StateRef published;

  /**
   * A reading to come.
   *
   * @param published what the manifest says of the file; null where the file alone is at hand
   */
  StateReading(FileOperations files, Path file, @Nullable StateRef published) {
    this.files = files;
    this.file = file;
    this.published = published;
  }

  /** Makes something of a header and the payload behind it. */
  @FunctionalInterface
  interface Content<T> {
    T read(StateHeader header, InputStream payload) throws IOException;
  }

  /**
   * Reads it all.
   *
   * @throws CorruptStateException when the digest is wrong, whatever else is
   * @throws CheckpointException when the file cannot be read, or the digest is right and the
   *     content is refused
   */
  <T> T read(Content<T> content) {
    try {
      return StaleHandles.retry(() -> readOnce(content)).get();
    } catch (NoSuchFileException e) {
      throw new CheckpointException(
          file + " is not there: its path is wrong, or the state was pruned", e);
    } catch (IOException e) {
      throw new CheckpointException(file + " cannot be read: " + FileProblem.describe(e), e);
    }
  }

  private <T> Supplier<T> readOnce(Content<T> content) throws IOException {
    try (InputStream in = files.open(file)) {
      long size = published == null ? files.size(file) : published.bytes();
      BodyInput body = new BodyInput(in, size - Sha256.BYTES);
      Supplier<T> outcome = attempt(content, body);
      check(body.finish());
      return outcome;
    }
  }

  /** What comes of the content is not to be believed before the digest is known. */
  private <T> Supplier<T> attempt(Content<T> content, BodyInput body) {
    try {
      DataInputStream in = new DataInputStream(new BufferedInputStream(body, StateFormat.BUFFER));
      T result = content.read(StateFormat.readHeader(in), in);
      return () -> result;
    } catch (StateFormat.NoStateException e) {
      if (published == null) {
        throw refused(e.getMessage(), e);
      }
      return refusing(e.getMessage(), e);
    } catch (EOFException e) {
      return refusing("it ends too early", e);
    } catch (IOException | RuntimeException e) {
      return refusing(e.getMessage(), e);
    }
  }

  private void check(String digest) {
    if (digest.isEmpty()) {
      throw new CorruptStateException(
          file + " is damaged or truncated: it does not end with the digest of its content");
    }
    if (published != null && !digest.equals(published.sha256())) {
      throw new CorruptStateException(
          "%s is not the file that was published: its digest is %s, the manifest has %s"
              .formatted(file, digest, published.sha256()));
    }
  }

  private <T> Supplier<T> refusing(@Nullable String reason, Exception cause) {
    return () -> {
      throw refused(reason, cause);
    };
  }

  private CheckpointException refused(@Nullable String reason, Exception cause) {
    return new CheckpointException(
        "%s cannot be used: %s".formatted(file, reason == null ? cause : reason), cause);
  }
}
