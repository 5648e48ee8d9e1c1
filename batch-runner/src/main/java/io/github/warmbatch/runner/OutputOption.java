package io.github.warmbatch.runner;

import picocli.CommandLine.Option;

/** The directory of the checkpoints. */
final class OutputOption {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "The directory of the lineage, the checkpoints and the report. Default: output.")
  String output = "output";
}
