package io.github.warmbatch.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Adds to every command's help what holds for all of them: the environment and the exit codes. */
final class HelpPages {
  static final int WIDTH = 100;

  private static final String ENVIRONMENT = "environment";
  private static final String ENVIRONMENT_HEADING =
      "%nEnvironment (an option that is given wins; lists by comma):%n";

  private HelpPages() {}

  static void complete(CommandLine line) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage
        .abbreviateSynopsis(line.getCommandSpec().options().size() > 6)
        .optionListHeading("%nOptions:%n")
        .parameterListHeading("%n")
        .commandListHeading("%nCommands:%n")
        .descriptionHeading("%n")
        .sortOptions(false)
        .sortSynopsis(false)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.meanings());
    addEnvironment(line);
    line.getSubcommands().values().forEach(HelpPages::complete);
  }

  private static void addEnvironment(CommandLine line) {
    line.getHelpSectionMap().put(ENVIRONMENT, HelpPages::environment);
    List<String> order = new ArrayList<>(line.getHelpSectionKeys());
    // A parent's order is its subcommands', too.
    if (!order.contains(ENVIRONMENT)) {
      order.add(order.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), ENVIRONMENT);
      line.setHelpSectionKeys(order);
    }
  }

  private static String environment(Help help) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (OptionSpec option : help.commandSpec().options()) {
      EnvironmentDefaults.variable(option)
          .ifPresent(variable -> variables.put(variable, option.longestName()));
    }
    return variables.isEmpty()
        ? ""
        : help.createHeading(ENVIRONMENT_HEADING) + help.createTextTable(variables);
  }
}
