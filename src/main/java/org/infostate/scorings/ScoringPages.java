package org.infostate.scorings;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.text.ReadersLanguage;

/**
 * A researcher's own table with an index, on a page. Nothing is stored: what was sent comes back in
 * the form, so that it can be changed, scored again and downloaded.
 */
@RequestScoped
@Path("scorings")
public class ScoringPages {

  /** Longer texts do not come back in the form; their file has to be chosen again. */
  private static final int MOST_SHOWN_BYTES = 500_000;

  @Inject private ScoreTable scoreTable;
  @Context private HttpServletRequest request;

  /**
   * The form.
   *
   * @param example not null to have it filled with an example
   */
  @GET
  @PermitAll
  public View form(@QueryParam("example") String example) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (example != null) {
      texts.put(ScoringOrder.DEFINITION, example("example.yaml"));
      texts.put(ScoringOrder.DATA, example("example.csv"));
    }
    return view(texts, List.of(), null, null);
  }

  private static String example(String file) {
    try (InputStream in = ScoringPages.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The league table; or, if the field {@code reply} says {@code json}, {@code csv} or {@code
   * xlsx}, all tables as a file. The field {@code year} chooses the year that is shown.
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @PermitAll
  public Response score(List<EntityPart> parts) throws IOException {
    ScoringOrder order = ScoringOrder.of(parts);
    try {
      order.check();
      Scored scored = scoreTable.run(order);
      boolean contributions = !ScoringOrder.field(parts, "contributions").isEmpty();
      // A part can be read once only.
      String asked = ScoringOrder.field(parts, "reply");
      for (ScoringReply reply : ScoringReply.values()) {
        if (reply.name().toLowerCase(Locale.ROOT).equals(asked)) {
          return reply.of(scored, contributions);
        }
      }
      String year = ScoringOrder.field(parts, "year");
      return Response.ok(view(texts(order), List.of(), scored, year)).build();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status())
          .entity(view(texts(order), e.problems(), null, null))
          .build();
    }
  }

  private static Map<String, String> texts(ScoringOrder order) {
    Map<String, String> texts = new LinkedHashMap<>();
    order
        .parts()
        .forEach(
            (name, content) -> {
              String text = CsvPart.text(name, content, new Findings());
              if (text != null && content.length <= MOST_SHOWN_BYTES) {
                texts.put(name, text);
              }
            });
    return texts;
  }

  /**
   * @param scored null where nothing was
   * @param year asked for; not of the table, blank or null for the last one
   */
  private View view(Map<String, String> texts, List<Problem> problems, Scored scored, String year) {
    List<Integer> years = scored == null ? List.of() : scored.result().input().years();
    Integer shown =
        years.stream()
            .filter(one -> one.toString().equals(year))
            .findFirst()
            .orElse(years.isEmpty() ? null : years.get(years.size() - 1));
    List<Scored.Line> lines =
        scored == null
            ? List.of()
            : scored.league().stream()
                .filter(line -> shown == null || shown.equals(line.year()))
                .toList();
    return View.of("scorings/scorings.jte")
        .with("texts", texts)
        .with("problems", problems)
        .with("scored", scored)
        .with("lines", lines)
        .with("years", years)
        .with("year", shown)
        .with("tag", ReadersLanguage.of(request).tag());
  }
}
