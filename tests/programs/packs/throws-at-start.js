throw new Error("this pack does not like to start");
