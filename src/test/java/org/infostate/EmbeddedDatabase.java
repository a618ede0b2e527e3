package org.infostate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The schema and the entities of the program on an embedded database in memory, without a server.
 * Transactions are begun and ended here, in the place of the container.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private final DataSource source;
  private final EntityManagerFactory factory;
  private final EntityManager entities;

  private EmbeddedDatabase(DataSource source, EntityManagerFactory factory) {
    this.source = source;
    this.factory = factory;
    this.entities = factory.createEntityManager();
  }

  /** A new one with all migrations run and nothing in it. */
  public static EmbeddedDatabase open() {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";TIME ZONE=UTC;DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(Map.of("moment", "timestamp(6)"))
        .load()
        .migrate();
    return new EmbeddedDatabase(
        source,
        Persistence.createEntityManagerFactory(
            "infostate",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", source,
                "eclipselink.target-server", "None",
                "eclipselink.weaving", "false")));
  }

  public DataSource source() {
    return source;
  }

  public EntityManager entities() {
    return entities;
  }

  /** Gives a store what the container would inject. */
  public static <T> T inject(T store, String field, Object value) {
    try {
      java.lang.reflect.Field injected = store.getClass().getDeclaredField(field);
      injected.setAccessible(true);
      injected.set(store, value);
      return store;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(field, e);
    }
  }

  /** Does it in a transaction, which is rolled back if it throws. */
  public <T> T inTransaction(Supplier<T> what) {
    entities.getTransaction().begin();
    try {
      T result = what.get();
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.clear();
    }
  }

  @Override
  public void close() {
    entities.close();
    factory.close();
  }
}
