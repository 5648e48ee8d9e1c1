package io.github.warmbatch.runner;

import picocli.CommandLine.Option;

/** Whether the answer is for a program. */
final class JsonOption {
  @Option(names = "--json", description = "Prints JSON with stable names, for programs.")
  boolean json;
}
