package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.round.Round;

/**
 * The store of responses, answers and what belongs to them.
 *
 * <p>Country isolation stands here: whoever acts for a country finds the responses of that country
 * and no other; reviewers and planners find all; nobody else finds any.
 */
@ApplicationScoped
public class Responses {

  /** Columns instead of entities: an answer is read far more often than it is changed. */
  private static final String HELD =
      "select a.question, a.rosterRow, a.value, a.status, a.remark, a.source, a.confidentiality,"
          + " a.revision, a.changedBy, a.changedAt from Answer a where a.responseId = :id";

  @PersistenceContext private EntityManager entities;

  /** The response of a country in a round, if this person may read it; otherwise a 404 problem. */
  public Response require(String round, String iso3, Actor actor) {
    return find(round, iso3, actor).orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  public Optional<Response> find(String round, String iso3, Actor actor) {
    return readable(
            "select r from Response r join fetch r.round"
                + " where r.round.code = :round and r.iso3 = :iso3",
            actor)
        .setParameter("round", round)
        .setParameter("iso3", iso3)
        .getResultStream()
        .findFirst();
  }

  /** The responses of a round that this person may read, by country. */
  public List<Response> of(Round round, Actor actor) {
    return readable("select r from Response r where r.round.id = :round", actor)
        .setParameter("round", round.id())
        .getResultStream()
        .sorted(Comparator.comparing(Response::iso3))
        .toList();
  }

  private TypedQuery<Response> readable(String query, Actor actor) {
    if (actor.readsAllCountries()) {
      return entities.createQuery(query, Response.class);
    }
    return entities
        .createQuery(query + " and r.iso3 = :own", Response.class)
        .setParameter("own", Role.ofCountry(actor.role()) ? actor.iso3() : "");
  }

  /** The rounds with an accepted response, the newest first. */
  public List<Round> roundsWithAccepted() {
    return entities
        .createQuery(
            "select r from Round r where exists (select a from Response a"
                + " where a.round = r and a.state = :accepted) order by r.id desc",
            Round.class)
        .setParameter("accepted", Response.State.ACCEPTED)
        .getResultList();
  }

  /** The accepted responses of a round, by country; what is published is drawn from these. */
  public List<Response> accepted(Round round) {
    return of(round, EnumSet.of(Response.State.ACCEPTED));
  }

  /** The responses of a round that stand in one of these states, by country. */
  public List<Response> of(Round round, Set<Response.State> states) {
    return entities
        .createQuery(
            "select r from Response r where r.round.id = :round and r.state in :states"
                + " order by r.iso3",
            Response.class)
        .setParameter("round", round.id())
        .setParameter("states", states)
        .getResultList();
  }

  /** The accepted responses of a country, the newest round first. */
  public List<Response> accepted(String iso3) {
    return entities
        .createQuery(
            "select r from Response r where r.iso3 = :iso3 and r.state = :accepted"
                + " order by r.round.id desc",
            Response.class)
        .setParameter("iso3", iso3)
        .setParameter("accepted", Response.State.ACCEPTED)
        .getResultList();
  }

  /**
   * How many answers each response of a round holds, by country; countries without any are not in
   * it.
   */
  public Map<String, Long> answered(Round round) {
    Map<String, Long> counts = new HashMap<>();
    for (Object[] row :
        entities
            .createQuery(
                "select r.iso3, count(a) from Response r, Answer a where a.responseId = r.id"
                    + " and r.round.id = :round and a.status <> :cleared group by r.iso3",
                Object[].class)
            .setParameter("round", round.id())
            .setParameter("cleared", AnswerStatus.CLEARED)
            .getResultList()) {
      counts.put((String) row[0], (Long) row[1]);
    }
    return counts;
  }

  void add(Object entity) {
    entities.persist(entity);
  }

  /**
   * Adds many records that nobody touches again in this transaction. They are written at once and
   * let go: kept, those of one country would weigh on each query for the next.
   */
  void write(Collection<?> records) {
    records.forEach(entities::persist);
    entities.flush();
    records.forEach(entities::detach);
  }

  /** All answers of a response. */
  public Map<AnswerKey, Held> held(Response response) {
    return held(entities.createQuery(HELD, Object[].class).setParameter("id", response.id()));
  }

  /** The answers of a response to these questions. */
  public Map<AnswerKey, Held> held(Response response, Collection<String> questions) {
    return questions.isEmpty()
        ? Map.of()
        : held(
            entities
                .createQuery(HELD + " and a.question in :questions", Object[].class)
                .setParameter("id", response.id())
                .setParameter("questions", questions));
  }

  /**
   * The answers of all responses of a round to these questions, but for those that the country
   * marked confidential; outside rosters.
   *
   * @return by id of the response, then by question
   */
  public Map<Long, Map<String, String>> values(Round round, Collection<String> questions) {
    Map<Long, Map<String, String>> values = new HashMap<>();
    if (!questions.isEmpty()) {
      entities
          .createQuery(
              "select r.id, a.question, a.value from Response r, Answer a where"
                  + " a.responseId = r.id and r.round.id = :round and a.rosterRow = 0"
                  + " and a.question in :questions and a.value is not null"
                  + " and (a.confidentiality is null or a.confidentiality <> :confidential)",
              Object[].class)
          .setParameter("round", round.id())
          .setParameter("questions", questions)
          .setParameter("confidential", Confidentiality.CONFIDENTIAL)
          .getResultStream()
          .forEach(
              row ->
                  values
                      .computeIfAbsent((Long) row[0], id -> new HashMap<>())
                      .put((String) row[1], (String) row[2]));
    }
    return values;
  }

  private static Map<AnswerKey, Held> held(TypedQuery<Object[]> query) {
    Map<AnswerKey, Held> held = new HashMap<>();
    for (Object[] a : query.getResultList()) {
      held.put(
          new AnswerKey((String) a[0], (Integer) a[1]),
          new Held(
              (String) a[2],
              (AnswerStatus) a[3],
              (String) a[4],
              (String) a[5],
              (Confidentiality) a[6],
              (Integer) a[7],
              (String) a[8],
              (Instant) a[9]));
    }
    return held;
  }

  /** The last moment for answers, read without the deadlines of the other countries. */
  Instant deadline(Response response) {
    return entities
        .createQuery(
            "select c.extendedDeadline from RoundCountry c"
                + " where c.round.id = :round and c.iso3 = :iso3",
            Instant.class)
        .setParameter("round", response.round().id())
        .setParameter("iso3", response.iso3())
        .getResultStream()
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(response.round().deadline());
  }

  /** The answers of a response to these questions, to be changed. */
  Map<AnswerKey, Answer> answers(Response response, Collection<String> questions) {
    Map<AnswerKey, Answer> answers = new HashMap<>();
    if (!questions.isEmpty()) {
      entities
          .createQuery(
              "select a from Answer a where a.responseId = :id and a.question in :questions",
              Answer.class)
          .setParameter("id", response.id())
          .setParameter("questions", questions)
          .getResultList()
          .forEach(answer -> answers.put(answer.key(), answer));
    }
    return answers;
  }

  /** Every revision of one answer, the oldest first. */
  public List<AnswerRevision> history(Response response, AnswerKey key) {
    return entities
        .createQuery(
            "select v from AnswerRevision v where v.responseId = :id and v.question = :question"
                + " and v.rosterRow = :row order by v.revision",
            AnswerRevision.class)
        .setParameter("id", response.id())
        .setParameter("question", key.question())
        .setParameter("row", key.row())
        .getResultList();
  }

  /** One answer as it was; empty for revision 0, which every answer has before it is given. */
  public Optional<Held> revision(Response response, AnswerKey key, int revision) {
    return history(response, key).stream()
        .map(AnswerRevision::held)
        .filter(held -> held.revision() == revision)
        .findFirst();
  }

  /** The numbers of the rows of every roster of a response, in order. */
  public Map<String, List<Integer>> rows(Response response) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (RosterRow row : allRows(response)) {
      if (!row.removed()) {
        rows.computeIfAbsent(row.roster(), name -> new ArrayList<>()).add(row.number());
      }
    }
    return rows;
  }

  /** Every question of a section with every row that it has. */
  List<AnswerKey> keys(Response response, Section section) {
    boolean rosters = section.items().stream().anyMatch(Roster.class::isInstance);
    return FilledForm.keys(section, rosters ? rows(response) : Map.of());
  }

  List<RosterRow> allRows(Response response) {
    return entities
        .createQuery(
            "select r from RosterRow r where r.responseId = :id order by r.roster, r.number",
            RosterRow.class)
        .setParameter("id", response.id())
        .getResultList();
  }

  /** What happened to a response, the newest first. */
  public List<ResponseEvent> events(Response response) {
    return entities
        .createQuery(
            "select e from ResponseEvent e where e.response.id = :id order by e.id desc",
            ResponseEvent.class)
        .setParameter("id", response.id())
        .getResultList();
  }

  /** Hands a section to a contributor. */
  public Delegation hand(
      Response response, String section, Long accountId, String by, Instant now) {
    Delegation delegation = new Delegation(response.id(), section, accountId, by, now);
    entities.persist(delegation);
    return delegation;
  }

  /** Takes a section back. */
  public void takeBack(Delegation delegation) {
    entities.remove(delegation);
  }

  public List<Delegation> delegations(Response response) {
    return entities
        .createQuery(
            "select d from Delegation d where d.responseId = :id order by d.id", Delegation.class)
        .setParameter("id", response.id())
        .getResultList();
  }

  /** Makes evidence of an earlier response evidence of an answer of this one too. */
  public Evidence keepAlso(Evidence earlier, Response response, AnswerKey key) {
    Evidence also = earlier.of(response, key);
    entities.persist(also);
    return also;
  }

  /** The files and links of a response that were not removed. */
  public List<Evidence> evidence(Response response) {
    return entities
        .createQuery(
            "select e from Evidence e where e.responseId = :id and e.removed = false order by e.id",
            Evidence.class)
        .setParameter("id", response.id())
        .getResultList();
  }

  /** Keeps two writers of one response from adding the same row or answer at the same time. */
  public Response lock(Response response) {
    return entities.find(Response.class, response.id(), LockModeType.PESSIMISTIC_WRITE);
  }
}
