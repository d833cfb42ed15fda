package io.tongban.platform.test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Fails whoever asks for a second connection while they hold one: a few such requests at the same time hold all connections of a
 * pool, and each waits for ever for one more.
 */
final class OneConnectionAtATime implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Counted(pool) : bean;
    }

    private static final class Counted extends DelegatingDataSource {

        private static final ThreadLocal<@Nullable Object> HELD = new ThreadLocal<>();

        Counted(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (HELD.get() != null) {
                throw new IllegalStateException(
                        "This thread holds a connection and asks for another one. Read all rows of the"
                                + " first statement before the next, or do both in one transaction.");
            }
            Connection connection = super.getConnection();
            Object place = new Object();
            HELD.set(place);
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, releasing(connection, place));
        }

        private InvocationHandler releasing(Connection connection, Object place) {
            return (proxy, method, arguments) -> {
                if (method.getName().equals("close") && place.equals(HELD.get())) {
                    HELD.remove();
                }
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException failure) {
                    throw failure.getCause();
                }
            };
        }
    }
}
