package io.github.warmbatch.runner;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    err.println(command + ": " + Secrets.hide(message(e, args)));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> similar = unmatched.getSuggestions();
      if (!similar.isEmpty()) {
        err.println("Did you mean " + String.join(" or ", similar.subList(0, 1)) + "?");
      }
    }
    err.println("Try '" + command + " --help'.");
    return ExitCode.USAGE.code();
  }

  private String message(ParameterException e, String[] args) {
    String message = Objects.requireNonNullElse(e.getMessage(), "cannot read the command line");
    if (e instanceof MissingParameterException missing) {
      return missing.getMissing().stream()
          .map(EnvironmentDefaults::variable)
          .flatMap(Optional::stream)
          .reduce((a, b) -> a + ", " + b)
          .map(variables -> message + " (or set " + variables + ")")
          .orElse(message);
    }
    return Optional.ofNullable(e.getArgSpec())
        .filter(argument -> isFromEnvironment(argument, args))
        .flatMap(EnvironmentDefaults::variable)
        .map(variable -> "environment variable " + variable + ": " + message)
        .orElse(message);
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
