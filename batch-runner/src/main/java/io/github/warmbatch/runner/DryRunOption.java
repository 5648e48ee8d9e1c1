package io.github.warmbatch.runner;

import picocli.CommandLine.Option;

/** Whether only to tell what would be done. */
final class DryRunOption {
  @Option(names = "--dry-run", description = "Changes nothing, and says what would be changed.")
  boolean dryRun;
}
