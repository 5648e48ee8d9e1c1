package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.queue.Order;
import io.github.warmbatch.runner.CommandRun.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options, their variables, and what a wrong command line gets for an answer. */
final class OptionsTest {
  @TempDir Path directory;

  /** What a worker's options are, by name. */
  private Map<String, Object> worker(Map<String, String> environment, String... args) {
    CommandLine root = CommandTree.of(console(environment));
    List<String> all = new ArrayList<>(List.of("worker"));
    all.addAll(List.of(args));
    CommandLine line =
        root.parseArgs(all.toArray(String[]::new)).subcommand().commandSpec().commandLine();
    Map<String, Object> values = new HashMap<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      Object value = option.getValue();
      if (value != null) {
        values.put(option.longestName(), value);
      }
    }
    return values;
  }

  private Console console(Map<String, String> environment) {
    return new Console(System.out, System.err, environment, directory, false);
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
    Map<String, Object> options =
        worker(
            Map.of(
                "WARMBATCH_LABEL", "y",
                "WARMBATCH_DATA_ROOT", "/mnt/fileserver",
                "WARMBATCH_MAX_ATTEMPTS", "5",
                "WARMBATCH_MAX_RELEASES", "7",
                "WARMBATCH_IGNORE", "A,B",
                "WARMBATCH_TRAINER_OPTION", "k=1,l=2",
                "WARMBATCH_ORDER", "lifo",
                "WARMBATCH_LEASE", "2m",
                "WARMBATCH_PATIENCE", "90s",
                "WARMBATCH_WAIT", "1"));

    assertThat(options)
        .containsEntry("--label", "y")
        .containsEntry("--data-root", "/mnt/fileserver")
        .containsEntry("--max-attempts", 5)
        .containsEntry("--max-releases", 7)
        .containsEntry("--ignore", List.of("A", "B"))
        .containsEntry("--trainer-option", Map.of("k", "1", "l", "2"))
        .containsEntry("--order", Order.LIFO)
        .containsEntry("--lease", Duration.ofMinutes(2))
        .containsEntry("--patience", Duration.ofSeconds(90))
        .containsEntry("--wait", true);
  }

  @Test
  void anOptionThatIsGivenBeatsTheVariable() {
    Map<String, Object> options =
        worker(
            Map.of("WARMBATCH_LABEL", "theirs", "WARMBATCH_IGNORE", "A,B"),
            "--label",
            "mine",
            "--ignore",
            "C");

    assertThat(options).containsEntry("--label", "mine").containsEntry("--ignore", List.of("C"));
  }

  @Test
  void anEmptyVariableIsAsGoodAsNone() {
    Map<String, Object> options =
        worker(Map.of("WARMBATCH_QUEUE", "", "WARMBATCH_IGNORE", " "), "--label=y");

    assertThat(options).containsEntry("--queue", "datasets").containsEntry("--ignore", List.of());
  }

  @Test
  void whatLooksLikeAVariableOfTheParserIsTakenAsItIs() {
    Map<String, Object> options =
        worker(Map.of("WARMBATCH_REDIS", "redis://:a${b}c@h"), "--label=y");

    assertThat(options).containsEntry("--redis", "redis://:a${b}c@h");
  }

  @Test
  void aValueOfATrainersOptionMayHoldCommas() {
    Map<String, Object> options = worker(Map.of(), "--label=y", "--trainer-option=grid=1,2,3");

    assertThat(options).containsEntry("--trainer-option", Map.of("grid", "1,2,3"));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://:secret@h",
        "rediss-sentinel://u:secret@a,b/1",
        "redis-cluster://:secret@a,b"
      })
  void helpAndUsageErrorsNeverShowAPassword(String address) {
    CommandRun run = new CommandRun(directory).with("WARMBATCH_REDIS", address);

    assertThat(run.line("worker --help").out()).contains("--redis").doesNotContain("secret");
    assertThat(run.line("worker --label y --redis " + address + " --nonsense").err())
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis-sentinel://:secret@a,b?sentinelMasterId=",
        "redis-cluster://:secret@a,b/1",
        "redis-cluster://:secret@[::1]:1,[::2]:1",
        "redis://:secret@a,b",
        "redis://:sec ret@a",
      })
  void anAddressThatCannotBeUsedIsRefusedByNameAndNotShown(String address) {
    Result status = real("status", "--redis", address);

    assertThat(status.code()).isEqualTo(2);
    assertThat(status.err()).contains("--redis").doesNotContain("secret").doesNotContain("sec ret");
  }

  /** Runs a command that would reach for a real Redis. */
  private Result real(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            directory,
            false);
    int code = CommandTree.of(console).execute(args);
    return new Result(code, "", err.toString(StandardCharsets.UTF_8));
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

  @Test
  void aWorkerIsCalledAfterTheHostOfItsEnvironment() {
    assertThat(new LeaseOptions(Map.of("HOSTNAME", "pod-7")).workerId()).startsWith("pod-7-");
    assertThat(new LeaseOptions(Map.of()).workerId()).startsWith("worker-");
  }
}
