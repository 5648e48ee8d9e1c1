package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.examples.ScoringService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a service that scores, over HTTP, with a worker beside it. */
class ScoringServiceTest {
  private static final String ROW = "/score?x=3&name=a%20b";

  @TempDir Path root;

  private final HttpClient client = HttpClient.newHttpClient();
  private ScoringService service;
  private CommandRun run;

  @BeforeEach
  void start() throws IOException {
    run = new CommandRun(root);
    service = new ScoringService(root.resolve("output"), 0);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void learn(String name) throws IOException {
    StringBuilder rows = new StringBuilder("x,name,y\n");
    for (int row = 0; row < 100; row++) {
      rows.append(row % 10).append(row % 2 == 0 ? ",a b," : ",c,");
      rows.append(row == 2 ? 1 : row % 2).append('\n');
    }
    Files.writeString(root.resolve(name), rows);
    assertThat(run.line("enqueue " + name).code()).isZero();
    assertThat(run.line("worker --label y --trainer logistic").code()).isZero();
  }

  @Test
  void beforeAnythingIsLearnedItSaysThatItIsNotReady() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    assertThat(get(ROW).statusCode()).isEqualTo(503);
    assertThat(get(ROW).body()).startsWith("none\n").contains("output");
  }

  @Test
  void aRowAndAFileAreScoredAsByPredict() throws Exception {
    learn("1.csv");
    awaitHealth("checkpoint 1\n");
    Files.writeString(root.resolve("new.csv"), "x,name\n3,a b\n4,c\n");
    List<String> predicted = run.line("predict --model output new.csv").lines();
    String first = firstThree(predicted.get(1)).replaceFirst("0,", "");

    assertThat(get(ROW).body()).isEqualTo("checkpoint,prediction,score\n1," + first + "\n");
    assertThat(post("x,name\n3,a b\n4,c\n").body())
        .isEqualTo(
            "checkpoint,row,prediction,score\n1,%s\n1,%s\n"
                .formatted(firstThree(predicted.get(1)), firstThree(predicted.get(2))));
  }

  private static String firstThree(String line) {
    return String.join(",", List.of(line.split(",")).subList(0, 3));
  }

  @Test
  void whatTheWorkerLearnsWhileItRunsIsServed() throws Exception {
    learn("1.csv");
    awaitHealth("checkpoint 1\n");

    learn("2.csv");

    awaitHealth("checkpoint 2\n");
  }

  @Test
  void aRowThatDoesNotFitIsRefusedWithItsColumnsName() throws Exception {
    learn("1.csv");
    awaitHealth("checkpoint 1\n");

    HttpResponse<String> answer = get("/score?x=much&nam=a");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("'much'", "'name' is missing", "'nam' is new");
    assertThat(get("/score").statusCode()).isEqualTo(400);
    assertThat(post("").statusCode()).isEqualTo(400);
  }

  private void awaitHealth(String wanted) throws Exception {
    while (!get("/healthz").body().equals(wanted)) {
      Thread.onSpinWait();
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/score")).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:%d%s".formatted(service.port(), path));
  }
}
