package io.github.warmbatch.runner;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only makes sense with one of its subcommands. */
abstract class CommandGroup implements Runnable {
  @Spec @Nullable CommandSpec spec;

  @Override
  public final void run() {
    CommandSpec group = Objects.requireNonNull(spec);
    throw new ParameterException(
        group.commandLine(), "Which one: " + String.join(", ", group.subcommands().keySet()) + "?");
  }
}
