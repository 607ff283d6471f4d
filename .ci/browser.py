"""Chromium without a window, driven over its own pipe: no package beside Python and the browser is needed."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome-headless-shell")


def find():
    """The browser's path, or None."""
    paths = [os.environ.get("CHROMIUM")] + [shutil.which(name) for name in NAMES]
    return next((path for path in paths if path), None)


class Browser:
    """One browser with one page. What the page says on its console or asks of the network is kept."""

    def __init__(self, path):
        self.folder = tempfile.mkdtemp(prefix="browser-")
        # The browser reads its pipe as 3 and 4, so none of our own may stand there when it starts.
        held = [os.open(os.devnull, os.O_RDONLY) for _ in range(3, 16)]
        here_in, self.to = os.pipe()
        self.back, here_out = os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
        flags += ["--remote-debugging-pipe", "--disable-extensions", "--disable-component-update", "--hide-scrollbars"]
        flags += [f"--user-data-dir={self.folder}", "about:blank"]

        def places():
            os.dup2(here_in, 3)
            os.dup2(here_out, 4)

        self.process = subprocess.Popen(
            [path] + flags, preexec_fn=places, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for file in held + [here_in, here_out]:
            os.close(file)
        self.number, self.rest, self.events, self.session = 0, b"", [], None
        targets = self.ask("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "DOM"):
            self.ask(domain + ".enable")

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def read(self):
        while b"\0" not in self.rest:
            read = os.read(self.back, 1 << 16)
            if not read:
                raise RuntimeError("the browser went away")
            self.rest += read
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def show(self, path, width=1280, height=900, dark=False, media="screen"):
        """Opens the file at this width and in this scheme."""
        self.events.clear()
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.ask("Emulation.setEmulatedMedia", media=media, features=scheme)
        self.ask("Page.navigate", url="file://" + os.path.abspath(path))
        deadline = time.monotonic() + 60
        while self.run("document.readyState") != "complete" or self.run("location.protocol") != "file:":
            if time.monotonic() > deadline:
                raise RuntimeError(f"{path}: not shown within a minute")
            time.sleep(0.05)

    def run(self, expression):
        """The value of an expression in the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key, code):
        """One key, down and up."""
        for kind in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def complaints(self):
        """What stands on the console, and every request but the one for the page."""
        said = []
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Log.entryAdded":
                said.append(parameters["entry"]["text"])
            if method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
                said.append(str(parameters))
            if method == "Network.requestWillBeSent" and parameters.get("type") != "Document":
                said.append("asks for " + parameters["request"]["url"])
        return said

    def picture(self, path, whole=True):
        """The page as PNG."""
        data = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def printed(self, path):
        """The page as it is printed, as PDF; its size in bytes."""
        self.ask("Emulation.setEmulatedMedia", media="print")
        data = base64.b64decode(self.ask("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"])
        with open(path, "wb") as file:
            file.write(data)
        return len(data)

    def close(self):
        try:
            self.session = None
            self.ask("Browser.close")
        except (OSError, RuntimeError):
            pass
        self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)


if __name__ == "__main__":
    found = find()
    print(found)
    raise SystemExit(0 if found else 1)
