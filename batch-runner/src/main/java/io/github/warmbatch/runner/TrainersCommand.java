package io.github.warmbatch.runner;

import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.Trainers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists trainers. */
@Command(
    name = "trainers",
    header = "Lists the trainers at hand and their options.",
    footer = {
      "",
      "A trainer of your own is listed, too, once its jar is on the class path:",
      "  java -cp batch-runner.jar:my-trainer.jar io.github.warmbatch.runner.Main trainers"
    })
final class TrainersCommand implements Callable<Integer> {
  private final Console console;

  @Mixin JsonOption json = new JsonOption();

  TrainersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<TrainerProvider> providers = Trainers.installed().providers();
    if (json.json) {
      console.printJson(Json.pretty(providers.stream().map(TrainersCommand::fields).toList()));
    } else {
      providers.forEach(this::print);
    }
    return ExitCode.DONE.code();
  }

  private void print(TrainerProvider provider) {
    console.print(
        provider.name()
            + (provider.name().equals(ModelOptions.DEFAULT_TRAINER) ? " (default)" : ""));
    console.print("    " + provider.description());
    for (TrainerOption option : provider.options()) {
      console.print(
          "    --trainer-option %s=%s    %s"
              .formatted(option.name(), option.defaultValue(), option.description()));
    }
  }

  private static Map<String, Object> fields(TrainerProvider provider) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", provider.name());
    fields.put("description", provider.description());
    fields.put("default", provider.name().equals(ModelOptions.DEFAULT_TRAINER));
    fields.put("options", provider.options().stream().map(TrainersCommand::fields).toList());
    return fields;
  }

  private static Map<String, String> fields(TrainerOption option) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", option.name());
    fields.put("default", option.defaultValue());
    fields.put("description", option.description());
    return fields;
  }
}
