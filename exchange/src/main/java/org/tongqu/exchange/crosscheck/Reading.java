package org.tongqu.exchange.crosscheck;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * What one machine of several reads of one side: a statement with what is bound to it, which travels to where it is carried
 * out.
 *
 * @param columns how many the answer has
 * @param first number of the first row, when rows are numbered
 */
public record Reading(String sql, List<Value> values, int columns, long first) implements Serializable {

    private static final int FETCHED = 2000;

    public Reading {
        values = List.copyOf(values);
    }

    /** What is bound to a place of a statement. */
    public sealed interface Value extends Serializable {

        record Texts(List<String> some) implements Value {
            public Texts {
                some = List.copyOf(some);
            }
        }

        record Number(BigDecimal number) implements Value {}

        /** A text that is read as whatever it is compared with. */
        record AsColumn(String text) implements Value {}
    }

    /** Takes a row; what is not there is null. */
    public interface Taker {
        void take(long number, String[] row);
    }

    Reading beginningAt(long number) {
        return new Reading(sql, values, columns, number);
    }

    /** Hands over row by row. */
    public void read(Connection connection, Taker taker) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            bind(connection, statement, values);
            var number = first;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = new String[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = rows.getString(i + 1);
                    }
                    taker.take(number++, row);
                }
            }
        }
    }

    static void bind(Connection connection, PreparedStatement statement, List<Value> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Value.Texts(var some) ->
                    statement.setArray(i + 1, connection.createArrayOf("text", some.toArray()));
                case Value.Number(var number) -> statement.setBigDecimal(i + 1, number);
                case Value.AsColumn(var text) -> statement.setObject(i + 1, text, Types.OTHER);
            }
        }
    }
}
