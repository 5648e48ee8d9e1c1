package io.github.warmbatch.checkpoint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job as the lineage remembers it: enough to recognise it, and to do it again.
 *
 * @param id the id that its queue gave it
 * @param path the path that its entry named
 * @param again the nonce of a deliberate repeat, or null
 */
public record JobRef(String id, String path, @Nullable String again) {
  /** A reference. */
  public JobRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(path, "path");
  }
}
