package io.github.warmbatch.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.warmbatch.Champion;
import io.github.warmbatch.LiveModel;
import io.github.warmbatch.Prediction;
import io.github.warmbatch.dataset.CsvReader;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.training.Predictions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Scores transactions over HTTP with the champion that a worker, on whichever machine, trains.
 *
 * <ul>
 *   <li>{@code GET /score?AMOUNT=57.16&DAY=3…} scores one row
 *   <li>{@code POST /score} scores the rows of a CSV body
 *   <li>{@code GET /healthz} says which checkpoint predicts: 503 where none does yet
 * </ul>
 */
public final class ScoringService implements AutoCloseable {
  private static final int LARGEST_BODY = 10 << 20;

  private final LiveModel live;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  /** Serves the output directory's champion on a port of this machine; port 0 takes a free one. */
  public ScoringService(Path output, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 0);
    server.setExecutor(workers);
    server.createContext("/score", exchange -> answer(exchange, this::score));
    server.createContext("/healthz", exchange -> answer(exchange, this::health));
    // tag::live[]
    live = LiveModel.follow(output).every(Duration.ofSeconds(2)).start();
    // end::live[]
    server.start();
  }

  /** The port that it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Takes the directory and the port. */
  public static void main(String[] args) throws IOException {
    ScoringService service = new ScoringService(Path.of(args[0]), Integer.parseInt(args[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(service::close));
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
    live.close();
  }

  private Answer score(HttpExchange exchange) throws IOException {
    Optional<Champion> champion = live.current();
    if (champion.isEmpty()) {
      return health(exchange);
    }
    return switch (exchange.getRequestMethod()) {
      case "GET" -> scoreOne(champion.get(), row(exchange.getRequestURI().getRawQuery()));
      case "POST" -> scoreAll(champion.get(), exchange.getRequestBody().readNBytes(LARGEST_BODY));
      default -> new Answer(405, "use GET for one row, or POST with a CSV body\n");
    };
  }

  private static Answer scoreOne(Champion champion, Map<String, String> row) {
    // tag::row[]
    Prediction prediction = champion.model().predict(row);
    String line = champion.number() + "," + prediction.label() + "," + prediction.score();
    // end::row[]
    return new Answer(200, "checkpoint,prediction,score\n" + line + "\n");
  }

  private static Answer scoreAll(Champion champion, byte[] csv) {
    DataSet rows = new CsvReader().read(new DatasetFile("body.csv", csv));
    Predictions predictions = champion.model().predict(rows);
    boolean[] positives =
        champion.model().model().spec().positivesAmong(predictions.classes());
    StringBuilder text = new StringBuilder("checkpoint,row,prediction,score\n");
    for (int row = 0; row < predictions.rows(); row++) {
      text.append(champion.number()).append(',').append(row).append(',');
      text.append(predictions.classes().names().get(predictions.mostProbable(row))).append(',');
      text.append(predictions.probabilityOfAny(row, positives)).append('\n');
    }
    return new Answer(200, text.toString());
  }

  private Answer health(HttpExchange exchange) {
    String state = live.current().map(champion -> "checkpoint " + champion.number()).orElse("none");
    String trouble = live.trouble().map(why -> "\n" + why).orElse("");
    return new Answer(live.current().isPresent() ? 200 : 503, state + trouble + "\n");
  }

  private static Map<String, String> row(String query) {
    Map<String, String> row = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      row.put(
          URLDecoder.decode(parts[0], UTF_8),
          parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return row;
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = handler.handle(exchange);
      } catch (DatasetException | IllegalArgumentException e) {
        answer = new Answer(400, e.getMessage() + "\n");
      }
      byte[] body = answer.text().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private record Answer(int status, String text) {}

  private interface Handler {
    Answer handle(HttpExchange exchange) throws IOException;
  }
}
