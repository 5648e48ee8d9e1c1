package io.github.warmbatch.runner;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;

/** All commands, and how their command lines are read. */
final class CommandTree {
  private CommandTree() {}

  static CommandLine of(Console console) {
    return of(console, SignalHook.none());
  }

  static CommandLine of(Console console, SignalHook signals) {
    return of(console, RedisQueues::forCommand, RedisQueues::forWorker, signals);
  }

  static CommandLine of(Console console, QueueConnector queues, WorkerConnector workerQueues) {
    return of(console, queues, workerQueues, SignalHook.none());
  }

  private static CommandLine of(
      Console console, QueueConnector queues, WorkerConnector workerQueues, SignalHook signals) {
    CommandLine root =
        new CommandLine(new RootCommand())
            .addSubcommand(new QuickstartCommand(console, workerQueues, signals))
            .addSubcommand(new WorkerCommand(console, workerQueues, signals))
            .addSubcommand(new EnqueueCommand(console, queues))
            .addSubcommand(new StatusCommand(console, queues))
            .addSubcommand(DeadLettersCommand.tree(console, queues))
            .addSubcommand(CheckpointsCommand.tree(console))
            .addSubcommand(new PredictCommand(console))
            .addSubcommand(new EvaluateCommand(console))
            .addSubcommand(new ReportCommand(console))
            .addSubcommand(new SimulateCommand(console))
            .addSubcommand(new TrainersCommand(console));
    configure(root, console);
    HelpPages.complete(root);
    return root;
  }

  private static void configure(CommandLine root, Console console) {
    EnvironmentDefaults environment = new EnvironmentDefaults(console.environment());
    root.setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HelpPages.WIDTH)
        .setDefaultValueProvider(environment)
        .registerConverter(Duration.class, Durations::parse)
        .setParameterExceptionHandler(new UsageErrors(environment))
        .setExecutionExceptionHandler((e, line, parsed) -> new Failures(console).report(e))
        .setExecutionStrategy(
            parsed -> {
              Logging.configure(root.getCommandSpec().findOption("--log").getValue());
              return new CommandLine.RunLast().execute(parsed);
            });
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
