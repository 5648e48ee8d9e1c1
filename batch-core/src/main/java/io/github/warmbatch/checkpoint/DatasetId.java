package io.github.warmbatch.checkpoint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes a data set the same one: where it is, what is in it, and the word by which somebody
 * asked for a repeat.
 *
 * @param path relative to the data root, normalised, with {@code /} between directories
 * @param sha256 of the content, in lower-case hexadecimal digits
 * @param again the nonce of a deliberate repeat, or null
 */
public record DatasetId(String path, String sha256, @Nullable String again) {
  /** An identity. */
  public DatasetId {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(sha256, "sha256");
  }
}
