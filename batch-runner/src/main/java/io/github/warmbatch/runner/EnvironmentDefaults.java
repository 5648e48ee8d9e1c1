package io.github.warmbatch.runner;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets the environment stand in for options that are not given: {@code --data-root} is {@code
 * WARMBATCH_DATA_ROOT}. An empty variable is as good as none.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final Set<String> YES = Set.of("true", "1", "yes", "on");
  private static final Set<String> NO = Set.of("false", "0", "no", "off");

  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The variable that stands in for an option; empty for {@code --help} and the like. */
  static Optional<String> variable(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return Optional.empty();
    }
    String name = option.longestName().replaceFirst("^-+", "").replace('-', '_');
    return Optional.of("WARMBATCH_" + name.toUpperCase(Locale.ROOT));
  }

  /** The value that the environment has for an option. */
  Optional<String> value(ArgSpec argument) {
    return variable(argument).map(environment::get).filter(value -> !value.isBlank());
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return value(argument)
        .map(value -> argument.arity().max() == 0 ? flag(value) : value)
        // The parser would take ${...} for a variable of its own.
        .map(value -> value.replace("${", "$${"))
        .orElse(null);
  }

  private static String flag(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    return YES.contains(lower) ? "true" : NO.contains(lower) ? "false" : value;
  }
}
