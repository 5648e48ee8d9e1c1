package io.github.warmbatch.report;

import io.github.warmbatch.checkpoint.Lineage;
import java.io.IOException;
import java.nio.file.Path;

/** The views beside a lineage. */
public final class OutputViews {
  private final Path output;

  private OutputViews(Path output) {
    this.output = output;
  }

  /** Views in this directory. */
  public static OutputViews in(Path output) {
    return new OutputViews(output);
  }

  /** Brings the views up to date. */
  public void update(Lineage lineage) throws IOException {
    throw new IOException(output + " " + lineage.head());
  }
}
