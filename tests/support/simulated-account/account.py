"""Serves a simulated AWS account: moto's services, with the repairs that this baseline needs.

Prints the port on which it listens, as one line, and serves until its standard input ends. So it never outlives the
process that started it, however that ends. The account id is MOTO_ACCOUNT_ID; moto reads its other variables as well.
"""

import sys
import threading
from importlib import import_module
from pkgutil import iter_modules

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

import repairs

HOST = "127.0.0.1"


def main() -> None:
    for module in iter_modules(repairs.__path__):
        import_module(f"repairs.{module.name}").repair()
    # Port 0: the system chooses one that is free, and no other process can take it in between.
    server = make_server(HOST, 0, DomainDispatcherApplication(create_backend_app), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
