package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options, their variables, and what a wrong command line gets for an answer. */
final class OptionsTest {
  @TempDir Path directory;

  private CommandLine worker(Map<String, String> environment, String... args) {
    CommandLine root = CommandTree.of(console(environment));
    List<String> all = new ArrayList<>(List.of("worker"));
    all.addAll(List.of(args));
    root.parseArgs(all.toArray(String[]::new));
    return root.getSubcommands().get("worker");
  }

  private Console console(Map<String, String> environment) {
    return new Console(System.out, System.err, environment, directory, false);
  }

  private static <T> T option(CommandLine line, String name) {
    return line.getCommandSpec().findOption(name).getValue();
  }

  private static List<CommandSpec> commands() {
    Deque<CommandSpec> left = new ArrayDeque<>();
    List<CommandSpec> all = new ArrayList<>();
    left.add(
        CommandTree.of(new Console(System.out, System.err, Map.of(), Path.of("/"), false))
            .getCommandSpec());
    while (!left.isEmpty()) {
      CommandSpec next = left.remove();
      all.add(next);
      next.subcommands().values().forEach(line -> left.add(line.getCommandSpec()));
    }
    return all;
  }

  @Test
  void everyOptionHasAVariableOfItsName() {
    CommandLine line =
        worker(
            Map.of(
                "WARMBATCH_LABEL", "y",
                "WARMBATCH_DATA_ROOT", "/mnt/fileserver",
                "WARMBATCH_MAX_ATTEMPTS", "5",
                "WARMBATCH_IGNORE", "A,B",
                "WARMBATCH_TRAINER_OPTION", "k=1,l=2",
                "WARMBATCH_ORDER", "lifo",
                "WARMBATCH_LEASE", "2m",
                "WARMBATCH_WAIT", "1"));

    assertThat(OptionsTest.<String>option(line, "--label")).isEqualTo("y");
    assertThat(OptionsTest.<String>option(line, "--data-root")).isEqualTo("/mnt/fileserver");
    assertThat(OptionsTest.<Integer>option(line, "--max-attempts")).isEqualTo(5);
    assertThat(OptionsTest.<List<String>>option(line, "--ignore")).containsExactly("A", "B");
    assertThat(OptionsTest.<Map<String, String>>option(line, "--trainer-option"))
        .containsExactly(Map.entry("k", "1"), Map.entry("l", "2"));
    assertThat(OptionsTest.<Object>option(line, "--order")).hasToString("LIFO");
    assertThat(OptionsTest.<Object>option(line, "--lease")).hasToString("PT2M");
    assertThat(OptionsTest.<Boolean>option(line, "--wait")).isTrue();
  }

  @Test
  void anOptionThatIsGivenBeatsTheVariable() {
    CommandLine line =
        worker(
            Map.of("WARMBATCH_LABEL", "theirs", "WARMBATCH_IGNORE", "A,B"),
            "--label",
            "mine",
            "--ignore",
            "C");

    assertThat(OptionsTest.<String>option(line, "--label")).isEqualTo("mine");
    assertThat(OptionsTest.<List<String>>option(line, "--ignore")).containsExactly("C");
  }

  @Test
  void anEmptyVariableIsAsGoodAsNone() {
    CommandLine line = worker(Map.of("WARMBATCH_QUEUE", "", "WARMBATCH_IGNORE", " "), "--label=y");

    assertThat(OptionsTest.<String>option(line, "--queue")).isEqualTo("datasets");
    assertThat(OptionsTest.<List<String>>option(line, "--ignore")).isEmpty();
  }

  @Test
  void whatLooksLikeAVariableOfTheParserIsTakenAsItIs() {
    CommandLine line = worker(Map.of("WARMBATCH_REDIS", "redis://:a${b}c@h"), "--label=y");

    assertThat(OptionsTest.<String>option(line, "--redis")).isEqualTo("redis://:a${b}c@h");
  }

  @Test
  void aValueOfATrainersOptionMayHoldCommas() {
    CommandLine line = worker(Map.of(), "--label=y", "--trainer-option=grid=1,2,3");

    assertThat(OptionsTest.<Map<String, String>>option(line, "--trainer-option"))
        .containsExactly(Map.entry("grid", "1,2,3"));
  }

  @Test
  void twoOptionsNeverShareAVariable() {
    for (CommandSpec command : commands()) {
      List<String> variables =
          command.options().stream()
              .flatMap(option -> EnvironmentDefaults.variable(option).stream())
              .toList();

      assertThat(variables).as(command.qualifiedName()).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyCommandTeaches() {
    for (CommandSpec command : commands()) {
      String help = command.commandLine().getUsageMessage();

      assertThat(help)
          .as(command.qualifiedName())
          .contains("Exit codes:", "75   Stopped early", "WARMBATCH_LOG");
      assertThat(help.lines().filter(line -> line.startsWith("Environment"))).hasSize(1);
      for (OptionSpec option : command.options()) {
        assertThat(option.description()).as(option.longestName()).isNotEmpty();
      }
    }
  }

  @Test
  void helpNeverShowsAPassword() {
    CommandRun run = new CommandRun(directory).with("WARMBATCH_REDIS", "redis://:secret@h");

    assertThat(run.line("worker --help").out()).contains("--redis").doesNotContain("secret");
  }

  @Test
  void aMisspeltOptionIsNamedThoughARequiredOneIsMissing() {
    CommandRun.Result result = new CommandRun(directory).line("worker --dta-root x");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .startsWith("warmbatch worker: there is no option --dta-root")
        .endsWith("Try 'warmbatch worker --help'.")
        .hasSizeLessThan(4);
  }

  @Test
  void aMisspeltCommandGetsASuggestion() {
    CommandRun.Result result = new CommandRun(directory).line("wroker");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("there is no command 'wroker'", "Did you mean worker?");
  }

  @Test
  void aMissingOptionNamesItsVariable() {
    CommandRun.Result result = new CommandRun(directory).line("worker");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--label", "WARMBATCH_LABEL");
  }

  @Test
  void aBadValueNamesWhereItStands() {
    CommandRun.Result option = new CommandRun(directory).line("worker --label y --lease soon");
    CommandRun.Result variable =
        new CommandRun(directory).with("WARMBATCH_LEASE", "soon").line("worker --label y");

    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("'--lease'", "'soon'", "30s").doesNotContain("WARMBATCH");
    assertThat(variable.code()).isEqualTo(2);
    assertThat(variable.err()).contains("WARMBATCH_LEASE", "'soon'");
  }
}
