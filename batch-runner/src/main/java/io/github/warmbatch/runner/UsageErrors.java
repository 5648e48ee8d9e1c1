package io.github.warmbatch.runner;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line, and where the help is. */
final class UsageErrors implements IParameterExceptionHandler {
  private final EnvironmentDefaults environment;

  UsageErrors(EnvironmentDefaults environment) {
    this.environment = environment;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    String command = line.getCommandSpec().qualifiedName();
    ParameterException first = foremost(e);
    err.println(command + ": " + OneLine.of(Secrets.hide(message(first, args))));
    if (first instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .findFirst()
          .ifPresent(similar -> err.println("Did you mean " + similar + "?"));
    }
    err.println("Try '" + command + " --help'.");
    return ExitCode.USAGE.code();
  }

  /** A misspelt option explains a missing one, not the other way round. */
  private static ParameterException foremost(ParameterException e) {
    List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
    return e instanceof MissingParameterException && !unmatched.isEmpty()
        ? new UnmatchedArgumentException(e.getCommandLine(), unmatched)
        : e;
  }

  private String message(ParameterException e, String[] args) {
    String message = Objects.requireNonNullElse(e.getMessage(), "cannot read the command line");
    if (e instanceof MissingParameterException missing) {
      return missing(missing, message);
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    return Optional.ofNullable(e.getArgSpec())
        .filter(argument -> isFromEnvironment(argument, args))
        .flatMap(EnvironmentDefaults::variable)
        .map(variable -> "environment variable " + variable + ": " + message)
        .orElse(message);
  }

  private static String missing(MissingParameterException e, String message) {
    String variables =
        e.getMissing().stream()
            .map(EnvironmentDefaults::variable)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return variables.isEmpty() ? message : message + " (or set " + variables + ")";
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    if (first.startsWith("-")) {
      return "there is no option " + first;
    }
    return e.getCommandLine().getSubcommands().isEmpty()
        ? "'%s' is one argument too many".formatted(first)
        : "there is no command '%s'".formatted(first);
  }

  private boolean isFromEnvironment(ArgSpec argument, String[] args) {
    return argument instanceof OptionSpec option
        && environment.value(option).isPresent()
        && Arrays.stream(option.names())
            .noneMatch(
                name ->
                    Arrays.stream(args)
                        .anyMatch(arg -> arg.equals(name) || arg.startsWith(name + "=")));
  }
}
