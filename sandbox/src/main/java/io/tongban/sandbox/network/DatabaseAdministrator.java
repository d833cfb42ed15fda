package io.tongban.sandbox.network;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Who may do everything at the database server on this machine; no service is told the password. */
public record DatabaseAdministrator(int port, String name, String password) {

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(port, database), name, password);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "DatabaseAdministrator[" + name + ", " + port + "]";
    }
}
