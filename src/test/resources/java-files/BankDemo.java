/*
 * Copyright (c) 2024 Example Ltd.
 *
 * Licensed under the Apache License, Version 2.0.
 */
package com.example.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A small bank, as a tutorial has it.
 *
 * @author somebody
 */
public class BankDemo {

    /** What an account refuses. */
    static class InsufficientFundsException extends Exception {
        private static final long serialVersionUID = 1L;

        InsufficientFundsException(String message) {
            super(message);
        }
    }

    // ---------------------------------------------------------------- account

    public static class Account {
        private final String owner;
        private BigDecimal balance = BigDecimal.ZERO;
        private final List<Transaction> transactions = new ArrayList<>();

        public Account(String owner) {
            this.owner = Objects.requireNonNull(owner, "owner");
        }

        public void deposit(String amount) {
            deposit(new BigDecimal(amount));
        }

        public void deposit(BigDecimal amount) {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException("amount: " + amount);
            } // otherwise it is booked
            balance = balance.add(amount);
            transactions.add(new Transaction("deposit", amount));
        }

        public void withdraw(BigDecimal amount) throws InsufficientFundsException {
            if (balance.compareTo(amount) >= 0) {
                balance = balance.subtract(amount);
                transactions.add(new Transaction("withdrawal", amount));
            }
            // The bank gives no credit.
            else {
                throw new InsufficientFundsException(owner + " has only " + balance);
            }
        }

        public List<Transaction> getTransactions() {
            return Collections.unmodifiableList(transactions);
        }

        @Override
        public String toString() {
            return "Account{" + "owner='" + owner + '\'' + ", balance=" + balance + '}';
        }
    }

    record Transaction(String kind, BigDecimal amount) {}

    public static void main(String[] args) {
        Account account = new Account("Ann");
        account.deposit("100.50");
        try {
            account.withdraw(new BigDecimal("40"));
            account.withdraw(new BigDecimal("400"));
        } catch (InsufficientFundsException e) {
            System.out.println("refused: " + e.getMessage());
        } finally {
            System.out.println(account);
        }
        account.getTransactions().forEach(System.out::println);
    }
}
