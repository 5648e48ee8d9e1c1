package io.github.warmbatch.runner;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only makes sense with one of its subcommands. */
abstract class CommandGroup implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(), "Which one: " + String.join(", ", spec.subcommands().keySet()) + "?");
  }
}
