package org.tongqu.servers;

/** A role of the database with its password; never prints the password. */
public record Login(String role, String password) {

    @Override
    public String toString() {
        return role + ":***";
    }
}
