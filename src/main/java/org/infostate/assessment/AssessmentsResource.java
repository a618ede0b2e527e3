package org.infostate.assessment;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Mark;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** Assessments over HTTP. Numbers are not rounded; what is missing is left out, never zero. */
@RequestScoped
@Path("api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssessmentsResource {

  private static final String CSV = "text/csv";

  @Inject private Assessments assessments;
  @Inject private ResultTables tables;
  @Inject private RunAssessment runAssessment;
  @Inject private AnswersBehind answersBehind;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  /** An assessment in short. */
  public record Summary(
      long id,
      String name,
      String index,
      int version,
      String definitionSha256,
      String inputSha256,
      String population,
      String round,
      boolean submittedToo,
      String values,
      Integer firstYear,
      Integer lastYear,
      Long infoStates,
      long seed,
      String state,
      int progressPercent,
      Integer problem,
      String createdBy,
      Instant createdAt,
      Instant finishedAt) {

    static Summary of(Assessment a, Language language) {
      return new Summary(
          a.id(),
          a.title(Texts.in(language)),
          a.indexCode(),
          a.indexVersion(),
          a.definitionSha256(),
          a.inputSha256(),
          a.population().code(),
          a.round() == null ? null : a.round().code(),
          a.submittedToo(),
          a.round() == null ? null : a.values().code(),
          a.firstYear(),
          a.lastYear(),
          a.infoStates() == null ? null : a.infoStates().id(),
          a.seed(),
          a.state().code(),
          a.progressPercent(),
          a.failureNumber(),
          a.createdBy(),
          a.createdAt(),
          a.finishedAt());
    }
  }

  /** The score of one element of one case. */
  public record ScoreBody(
      String country,
      Integer year,
      String element,
      Double measured,
      Double score,
      Double rank,
      String state,
      List<String> marks,
      Double weight,
      Double points,
      Double best,
      Double gain,
      int observed,
      int imputed,
      int applicable,
      Double weightShare) {

    static ScoreBody of(Score s) {
      return new ScoreBody(
          s.iso3(),
          s.year(),
          s.element(),
          s.measured(),
          s.score(),
          s.rank(),
          s.state().name().toLowerCase(Locale.ROOT),
          s.marks().stream().sorted().map(AssessmentsResource::code).toList(),
          s.weight(),
          s.points(),
          s.best(),
          s.gain(),
          s.observed(),
          s.imputed(),
          s.applicable(),
          s.weightShare());
    }
  }

  /** An info-state. */
  public record InfoStateBody(
      Integer year, int number, String name, Double lowerLimit, int members, Double explained) {}

  /** Where a country stands. */
  public record Membership(
      String country, Integer year, Integer infoState, Integer infoStateYear, String basis) {}

  /** The info-states and who is in them. */
  public record Clusters(List<InfoStateBody> infoStates, List<Membership> countries) {}

  /** A score taken apart: its elements from the whole downwards. */
  public record ExplanationBody(
      String country,
      Integer year,
      String infoState,
      Double sumOfPoints,
      List<PartBody> elements) {}

  /** One element of a score that is taken apart. */
  public record PartBody(String name, int depth, ScoreBody score, List<AnswerBody> answers) {}

  /** An answer that an indicator rests on; what is declared and verified stands in words. */
  public record AnswerBody(
      String question,
      int row,
      String label,
      String status,
      boolean asked,
      String declared,
      String verdict,
      String verified,
      boolean used,
      boolean later,
      String confidentiality,
      List<EvidenceBody> evidence) {

    static AnswerBody of(AnswerBehind a) {
      return new AnswerBody(
          a.question(),
          a.row(),
          a.label(),
          code(a.status()),
          a.asked(),
          a.declared(),
          a.verdict() == null ? null : a.verdict().verdict().code(),
          a.verdict() == null || a.verdict().value() == null ? null : a.verified(),
          a.used(),
          a.later(),
          a.confidentiality().code(),
          a.evidence().stream().map(e -> new EvidenceBody(e.id(), e.fileName(), e.url())).toList());
    }
  }

  /** A file, or a link with its address, that supports an answer. */
  public record EvidenceBody(long id, String name, String url) {}

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<Summary> all() {
    return assessments.all().stream().map(this::summary).toList();
  }

  /** Starts a run; it is answered at once, and the run goes on. */
  @POST
  @Transactional
  @Audited("assessment.run")
  @RolesAllowed(Role.PLANNER)
  public Response run(RunOrder order) {
    if (order == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    Assessment assessment = runAssessment.start(order, actor);
    return Response.accepted(summary(assessment))
        .location(URI.create("/api/v1/assessments/" + assessment.id()))
        .build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Summary one(@PathParam("id") long id) {
    return summary(assessments.require(id));
  }

  private Summary summary(Assessment assessment) {
    return Summary.of(assessment, ReadersLanguage.of(request));
  }

  /** The definition of the index as it was when the run began. */
  @GET
  @Path("{id}/definition.yaml")
  @Produces("application/yaml")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public String definition(@PathParam("id") long id) {
    return assessments.require(id).definition();
  }

  /** All scores, or those of one year. */
  @GET
  @Path("{id}/scores")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<ScoreBody> scores(@PathParam("id") long id, @QueryParam("year") Integer year) {
    return tables.scores(assessments.requireDone(id).id(), year).stream()
        .map(ScoreBody::of)
        .toList();
  }

  @GET
  @Path("{id}/scores")
  @Produces(CSV)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response scoresAsCsv(@PathParam("id") long id, @QueryParam("year") Integer year) {
    assessments.requireDone(id);
    return csv(
        "scores-" + id,
        csv -> {
          csv.writeRecord(
              "country",
              "year",
              "element",
              "measured",
              "score",
              "rank",
              "state",
              "marks",
              "weight",
              "points",
              "best",
              "gain",
              "observed",
              "imputed",
              "applicable",
              "weight_share");
          for (Score s : tables.scores(id, year)) {
            csv.writeRecord(
                s.iso3(),
                text(s.year()),
                s.element(),
                text(s.measured()),
                text(s.score()),
                text(s.rank()),
                code(s.state()),
                marks(s.marks()),
                text(s.weight()),
                text(s.points()),
                text(s.best()),
                text(s.gain()),
                text(s.observed()),
                text(s.imputed()),
                text(s.applicable()),
                text(s.weightShare()));
          }
        });
  }

  /** The same for those who can not ask for a media type. */
  @GET
  @Path("{id}/scores.csv")
  @Produces(CSV)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response scoresCsv(@PathParam("id") long id, @QueryParam("year") Integer year) {
    return scoresAsCsv(id, year);
  }

  /**
   * One of the tables that the run went through.
   *
   * @param step 0 for what came in, then the steps of the definition from 1
   */
  @GET
  @Path("{id}/tables/{step}.csv")
  @Produces(CSV)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response table(@PathParam("id") long id, @PathParam("step") int step) {
    int steps = assessments.requireDone(id).index().index().steps().size();
    if (step < 0 || step > steps) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return csv(
        "table-" + id + "-" + step,
        csv -> {
          csv.writeRecord("country", "year", "element", "figure", "state", "marks");
          tables.cells(
              id,
              step,
              cell ->
                  csv.writeRecord(
                      cell.iso3(),
                      text(cell.year()),
                      cell.element(),
                      text(cell.figure()),
                      code(cell.state()),
                      marks(cell.marks())));
        });
  }

  @GET
  @Path("{id}/clusters")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Clusters clusters(@PathParam("id") long id, @QueryParam("year") Integer year) {
    Assessment assessment = assessments.requireDone(id);
    AssessmentNames names = assessments.names(assessment);
    Language language = ReadersLanguage.of(request);
    return new Clusters(
        tables.infoStates(id).stream()
            .filter(state -> year == null || year.equals(state.year()))
            .map(
                s ->
                    new InfoStateBody(
                        s.year(),
                        s.number(),
                        names.infoState(s.number(), language),
                        s.lowerLimit(),
                        s.members(),
                        s.explained()))
            .toList(),
        tables.cases(id, year).stream()
            .map(
                c -> new Membership(c.iso3(), c.year(), c.group(), c.groupYear(), c.basis().code()))
            .toList());
  }

  @GET
  @Path("{id}/clusters")
  @Produces(CSV)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response clustersAsCsv(@PathParam("id") long id, @QueryParam("year") Integer year) {
    assessments.requireDone(id);
    return csv(
        "info-states-" + id,
        csv -> {
          csv.writeRecord("country", "year", "info_state", "info_state_year", "basis");
          for (AssessedCase c : tables.cases(id, year)) {
            csv.writeRecord(
                c.iso3(), text(c.year()), text(c.group()), text(c.groupYear()), c.basis().code());
          }
        });
  }

  /** The score of a country taken apart, in the last year if none is asked for. */
  @GET
  @Path("{id}/explanation/{iso3}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public ExplanationBody explanation(
      @PathParam("id") long id, @PathParam("iso3") String iso3, @QueryParam("year") Integer year) {
    Assessment assessment = assessments.requireDone(id);
    List<Integer> years = tables.years(id);
    Integer shown = year == null && !years.isEmpty() ? years.get(years.size() - 1) : year;
    List<Score> scores = tables.scores(id, iso3, shown);
    Map<String, AssessedCase> cases =
        tables.cases(id, shown).stream()
            .collect(Collectors.toMap(AssessedCase::iso3, Function.identity()));
    if (scores.isEmpty() || !cases.containsKey(iso3)) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    AssessmentNames names = assessments.names(assessment);
    Language language = ReadersLanguage.of(request);
    Explanation explanation = Explanation.of(names.index(), scores);
    Integer group = cases.get(iso3).group();
    Map<String, List<AnswerBehind>> behind =
        answersBehind.of(assessment, cases.get(iso3), actor, language);
    return new ExplanationBody(
        iso3,
        shown,
        group == null ? null : names.infoState(group, language),
        explanation.sum(),
        explanation.parts().stream()
            .map(
                part ->
                    new PartBody(
                        names.element(part.score().element(), language),
                        part.depth(),
                        ScoreBody.of(part.score()),
                        behind.getOrDefault(part.score().element(), List.of()).stream()
                            .map(AnswerBody::of)
                            .toList()))
            .toList());
  }

  private static Response csv(String name, Consumer<CsvWriter> content) {
    StreamingOutput stream =
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(text);
          content.accept(csv);
          csv.flush();
        };
    return Response.ok(stream, CSV + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  private static String text(Number number) {
    return number == null ? "" : number.toString();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String marks(Set<Mark> marks) {
    return marks.stream().sorted().map(AssessmentsResource::code).collect(Collectors.joining(" "));
  }
}
