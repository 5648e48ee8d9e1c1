package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks everything. */
@Command(
    name = "verify",
    header = "Checks every manifest and every state that is kept.",
    description = {
      "Checks every manifest and every state that is kept, and says what it found. Changes nothing."
          + " Exits with 1 when something is damaged."
    })
final class CheckpointsVerifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Verification> found =
        new Stores(root.locations(console)).open("--output", output.output).verify();
    long corrupt =
        found.stream().filter(each -> each.status() == Verification.Status.CORRUPT).count();
    if (json.json) {
      console.printJson(Json.pretty(found.stream().map(CheckpointsVerifyCommand::fields).toList()));
    } else {
      for (Verification each : found) {
        console.print(
            String.format(Locale.ROOT, "%6d  %-9s  %s", each.number(), name(each), each.detail()));
      }
      console.print(summary(found, corrupt));
    }
    return (corrupt == 0 ? ExitCode.DONE : ExitCode.UNEXPECTED).code();
  }

  private static String summary(List<Verification> found, long corrupt) {
    long whole = found.stream().filter(each -> each.detail().contains("state whole")).count();
    long pruned = found.stream().filter(each -> each.detail().contains("state pruned")).count();
    return "%d checked, %d of them with a whole state, %d pruned, %d damaged"
        .formatted(found.size(), whole, pruned, corrupt);
  }

  private static Map<String, Object> fields(Verification each) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", each.number());
    fields.put("state", name(each));
    fields.put("detail", each.detail());
    return fields;
  }

  private static String name(Verification each) {
    return each.status().name().toLowerCase(Locale.ROOT);
  }
}
