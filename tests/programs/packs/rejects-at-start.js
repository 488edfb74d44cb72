Promise.reject(new Error("this pack has second thoughts"));
