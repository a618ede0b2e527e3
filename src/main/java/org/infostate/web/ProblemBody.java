package org.infostate.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.text.Texts;

/** Problems as RFC 9457 JSON, with our number, the place of each, and what to do. */
@ApplicationScoped
public class ProblemBody {

  /**
   * The first problem as the reply's own members; all of them, the first included, under {@code
   * problems} where there are several.
   */
  public String json(List<Problem> problems, Texts texts) {
    JsonObjectBuilder body = members(problems.get(0), texts);
    body.add("status", problems.get(0).kind().status());
    if (problems.size() > 1) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      problems.forEach(problem -> all.add(members(problem, texts)));
      body.add("problems", all);
    }
    return body.build().toString();
  }

  private static JsonObjectBuilder members(Problem problem, Texts texts) {
    String key = "problem." + problem.kind().number();
    JsonObjectBuilder members =
        Json.createObjectBuilder()
            .add("type", "urn:infostate:problem:" + problem.kind().number())
            .add("number", problem.kind().number())
            .add("title", texts.text(key, problem.arguments().toArray()))
            .add("detail", texts.text(key + ".do", problem.arguments().toArray()));
    Place place = problem.place();
    add(members, "question", place.question());
    add(members, "sheet", place.sheet());
    add(members, "cell", place.cell());
    if (place.row() != null) {
      members.add("row", place.row());
    }
    if (place.line() != null) {
      members.add("line", place.line());
    }
    if (place.column() != null) {
      members.add("column", place.column());
    }
    return members;
  }

  private static void add(JsonObjectBuilder members, String name, String value) {
    if (value != null) {
      members.add(name, value);
    }
  }
}
